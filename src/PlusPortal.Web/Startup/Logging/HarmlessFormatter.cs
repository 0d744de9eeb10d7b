using System.Text.RegularExpressions;
using Serilog.Events;
using Serilog.Formatting;

namespace PlusPortal.Web.Startup.Logging;

/// <summary>
/// Writes exceptions without what a visitor may have put there: messages quote the value that was refused, and a line break
/// in it would forge a line. Types, our own words and the stack stay.
/// </summary>
/// <param name="inner">Writes the line.</param>
internal sealed class HarmlessFormatter(ITextFormatter inner) : ITextFormatter
{
    /// <inheritdoc />
    public void Format(LogEvent logEvent, TextWriter output) => inner.Format(
        logEvent.Exception is null
            ? logEvent
            : new LogEvent(logEvent.Timestamp, logEvent.Level, new HarmlessException(logEvent.Exception), logEvent.MessageTemplate,
                logEvent.Properties.Select(property => new LogEventProperty(property.Key, property.Value)), logEvent.TraceId ?? default, logEvent.SpanId ?? default),
        output);
}

/// <summary>An exception as the log may show it.</summary>
/// <param name="failure">The real one.</param>
internal sealed partial class HarmlessException(Exception failure) : Exception
{
    private const string Hidden = "…";

    /// <inheritdoc />
    public override string ToString() => Describe(failure);

    private static string Describe(Exception failure)
    {
        var inner = failure is AggregateException several ? several.InnerExceptions : failure.InnerException is { } one ? (IReadOnlyList<Exception>)[one] : [];
        var parts = inner.Select(cause => "\n ---> " + Describe(cause)).Append(failure.StackTrace is { } stack ? "\n" + stack : "");
        return $"{failure.GetType().FullName}: {HarmlessLog.Escape(Quoted().Replace(failure.Message, match => $"{match.Value[0]}{Hidden}{match.Value[^1]}"))}{string.Concat(parts)}";
    }

    /// <summary>What stands between quotation marks, from the first to the last of a kind, for a value may hold some itself; and between brackets after an equals sign as PostgreSQL writes a key.</summary>
    [GeneratedRegex("\".*\"|'.*'|«.*»|“.*”|(?<==)\\(.*\\)", RegexOptions.Singleline)]
    private static partial Regex Quoted();
}
