using System.Globalization;
using System.Text;
using Serilog.Core;
using Serilog.Events;

namespace PlusPortal.Web.Startup.Logging;

/// <summary>
/// Takes out of every line of the log what a visitor could put there: the raw path, which ASP.NET Core adds to whatever is
/// written during a request, and control characters, by which a line could be forged or a terminal be told something.
/// </summary>
internal sealed class HarmlessLog : ILogEventEnricher
{
    private const string RawPath = "RequestPath";

    /// <summary>Of the lines about SQL, where a developer asks for them: our own text, whose values stand elsewhere.</summary>
    private static readonly string[] Ours = ["commandText", "newLine"];

    /// <inheritdoc />
    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        logEvent.RemovePropertyIfPresent(RawPath);
        List<LogEventProperty>? changed = null;
        foreach (var (name, value) in logEvent.Properties)
        {
            if (!Ours.Contains(name) && Escape(value) is { } harmless) (changed ??= []).Add(new LogEventProperty(name, harmless));
        }

        changed?.ForEach(logEvent.AddOrUpdateProperty);
    }

    /// <summary>The same value with its control characters written out; null when it has none.</summary>
    private static LogEventPropertyValue? Escape(LogEventPropertyValue value) => value switch
    {
        ScalarValue { Value: string text } when text.Any(IsControl) => new ScalarValue(Escape(text)),
        SequenceValue list when list.Elements.Any(element => Escape(element) is not null) => new SequenceValue(list.Elements.Select(element => Escape(element) ?? element)),
        _ => null,
    };

    /// <summary>The same text with its control characters written out.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var character in text)
        {
            if (IsControl(character)) escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
            else escaped.Append(character);
        }

        return escaped.ToString();
    }

    /// <summary>Line and paragraph separators end a line for some readers, and marks of direction turn one round.</summary>
    private static bool IsControl(char character) => char.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
