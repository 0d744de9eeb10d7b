using System.Collections.Concurrent;
using System.Globalization;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Display;

namespace PlusPortal.Web.Tests.Startup;

/// <summary>The log of a portal under test: register it as an <see cref="ILogEventSink"/>.</summary>
internal sealed class LogLines : ILogEventSink
{
    private static readonly MessageTemplateTextFormatter Formatter = new("{Timestamp:yyyy-MM-ddTHH:mm:ss.fffzzz} {Level:u3} {SourceContext} {Message:lj} {Properties} {TraceId}{NewLine}{Exception}", CultureInfo.InvariantCulture);

    private readonly ConcurrentQueue<LogEvent> events = [];

    /// <summary>Every event, written out with all that it carries.</summary>
    public IReadOnlyList<string> All => [.. events.Select(Write)];

    /// <summary>The lines about requests: method, route and status.</summary>
    public IReadOnlyList<string> Requests =>
    [
        .. from entry in events
           where entry.Properties.ContainsKey("Route")
           select string.Join(' ', new[] { "RequestMethod", "Route", "StatusCode" }.Select(name => entry.Properties[name] is ScalarValue { Value: var value } ? Convert.ToString(value, CultureInfo.InvariantCulture) : "")),
    ];

    /// <inheritdoc />
    public void Emit(LogEvent logEvent) => events.Enqueue(logEvent);

    private static string Write(LogEvent entry)
    {
        using var line = new StringWriter(CultureInfo.InvariantCulture);
        Formatter.Format(entry, line);
        return line.ToString();
    }
}
