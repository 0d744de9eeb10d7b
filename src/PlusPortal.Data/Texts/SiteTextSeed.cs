namespace PlusPortal.Data.Texts;

/// <summary>A text as the program brings it: the first line of its file is « # title », the rest is the text.</summary>
public sealed record SiteTextSeed(string Title, string Markdown)
{
    /// <summary>Reads the file of a text, src/PlusPortal.Data/Seed/texts/(code).md.</summary>
    public static SiteTextSeed Of(string code)
    {
        using var stream = typeof(SiteTextSeed).Assembly.GetManifestResourceStream($"Seed/texts/{code}.md")
            ?? throw new InvalidOperationException($"The text {code}.md is not in the program.");
        using var reader = new StreamReader(stream);
        var content = reader.ReadToEnd().ReplaceLineEndings("\n");
        var end = content.IndexOf('\n', StringComparison.Ordinal);
        if (end < 0 || !content.StartsWith("# ", StringComparison.Ordinal)) throw new InvalidOperationException($"The first line of {code}.md must be « # title ».");
        return new SiteTextSeed(content[2..end].Trim(), content[(end + 1)..].Trim());
    }
}
