using System.Collections.Concurrent;
using System.Globalization;
using PlusPortal.Web.Startup.Logging;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Display;

namespace PlusPortal.Web.Tests.Startup.Logging;

/// <summary>The log of a portal under test: register it as an <see cref="ILogEventSink"/>.</summary>
internal sealed class LogLines : ILogEventSink
{
    private static readonly MessageTemplateTextFormatter Formatter = new("{Timestamp:yyyy-MM-ddTHH:mm:ss.fffzzz} {Level:u3} {SourceContext} {Message:lj} {Properties} {TraceId}{NewLine}{Exception}", CultureInfo.InvariantCulture);

    private readonly ConcurrentQueue<LogEvent> events = [];

    /// <summary>Every event, written out with all that it carries.</summary>
    public IReadOnlyList<string> All => [.. events.Select(entry => Write(Formatter, entry))];

    /// <summary>The lines about requests: method, route and status.</summary>
    public IReadOnlyList<string> Requests =>
    [
        .. from entry in events
           where entry.Properties.ContainsKey("RequestMethod")
           select string.Join(' ', new[] { "RequestMethod", "Route", "StatusCode" }.Select(name => entry.Properties[name] is ScalarValue { Value: var value } ? Convert.ToString(value, CultureInfo.InvariantCulture) : "")),
    ];

    /// <summary>The same events as the portal writes them.</summary>
    /// <param name="format">As text or as JSON.</param>
    public IReadOnlyList<string> As(LogFormat format) => [.. events.Select(entry => Write(PortalLog.FormatterOf(format), entry))];

    /// <summary>Security events: name, actor, network, route and target.</summary>
    public IReadOnlyList<string> Security =>
    [
        .. from entry in events
           where entry.Properties.ContainsKey("SecurityEvent")
           select string.Join(' ', new[] { "SecurityEvent", "Actor", "Client", "Route", "Target" }.Select(name => entry.Properties[name] is ScalarValue { Value: var value } ? Convert.ToString(value, CultureInfo.InvariantCulture) : "")),
    ];

    /// <inheritdoc />
    public void Emit(LogEvent logEvent) => events.Enqueue(logEvent);

    private static string Write(ITextFormatter formatter, LogEvent entry)
    {
        using var line = new StringWriter(CultureInfo.InvariantCulture);
        formatter.Format(entry, line);
        return line.ToString();
    }
}
