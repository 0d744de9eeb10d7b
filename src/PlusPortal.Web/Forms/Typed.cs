using PlusPortal.Domain.Texts;

namespace PlusPortal.Web.Forms;

/// <summary>What people type, before it is counted and stored: visible text (<see cref="VisibleText"/>) without the spaces around it.</summary>
public static class Typed
{
    /// <summary>One line: spaces around are dropped, line breaks and tabs become spaces; null when nothing is left.</summary>
    public static string? Line(string? text) => Clean(text, keepLines: false);

    /// <summary>A text of several lines; null when nothing is left.</summary>
    public static string? Text(string? text) => Clean(text, keepLines: true);

    private static string? Clean(string? text, bool keepLines)
    {
        var clean = VisibleText.Clean(text);
        if (string.IsNullOrWhiteSpace(clean)) return null;
        return (keepLines ? clean : clean.Replace('\n', ' ').Replace('\t', ' ')).Trim();
    }
}
