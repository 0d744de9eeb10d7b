namespace PlusPortal.Testing.Html;

/// <summary>Text as a person reads it: one space between words, whatever its kind, and one kind of apostrophe.</summary>
public static class PageText
{
    public static string Normalise(string? text) =>
        string.Join(' ', (text ?? "").Replace('’', '\'').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
