using System.Text;

namespace PlusPortal.Web.Tables;

/// <summary>
/// Lines of a table for French spreadsheets: UTF-8 that says so, semicolons, cells in quotation marks when they need them. A cell
/// that a spreadsheet would take for a formula begins with an apostrophe, which makes it text (OWASP, CSV injection).
/// </summary>
public static class CsvText
{
    /// <summary>Type of the answer.</summary>
    public const string ContentType = "text/csv; charset=utf-8";

    /// <summary>First bytes of the file: without them, Excel reads another alphabet.</summary>
    public static ReadOnlyMemory<byte> Beginning { get; } = Encoding.UTF8.GetPreamble();

    /// <summary>One line, with its end.</summary>
    public static string Line(params IEnumerable<string?> cells) => string.Join(';', cells.Select(Cell)) + "\r\n";

    /// <summary>One cell.</summary>
    public static string Cell(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        if (IsDangerous(text)) text = "'" + text;
        return text.AsSpan().IndexOfAny(";\"\r\n\t") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>Signs that begin a formula, in their wide forms too, behind whatever spaces a spreadsheet leaves out; and tabs and line ends, which begin another cell.</summary>
    private static bool IsDangerous(string text) => text[0] is '\t' or '\r' or '\n' || text.AsSpan().TrimStart() is ['=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠', ..];
}
