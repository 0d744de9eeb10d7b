using System.Text;

namespace PlusPortal.Web.Forms;

/// <summary>What people type, before it is counted and stored: a line break counts one, and characters that no keyboard has (the database refuses NUL) are left out.</summary>
public static class Typed
{
    /// <summary>One line: spaces around are dropped, line breaks and tabs become spaces; null when nothing is left.</summary>
    public static string? Line(string? text) => Clean(text, keepLines: false);

    /// <summary>A text of several lines; null when nothing is left.</summary>
    public static string? Text(string? text) => Clean(text, keepLines: true);

    private static string? Clean(string? text, bool keepLines)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var clean = new StringBuilder(text.Length);
        foreach (var character in text.ReplaceLineEndings("\n"))
        {
            if (character is '\n' or '\t') clean.Append(keepLines ? character : ' ');
            else if (!char.IsControl(character)) clean.Append(character);
        }

        var result = clean.ToString().Trim();
        return result.Length == 0 ? null : result;
    }
}
