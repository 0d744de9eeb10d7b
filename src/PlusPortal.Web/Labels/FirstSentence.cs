namespace PlusPortal.Web.Labels;

/// <summary>The first sentence of a text, cut between two words when it is long.</summary>
public static class FirstSentence
{
    /// <summary>Most characters.</summary>
    public const int Length = 240;

    /// <summary>The sentence.</summary>
    public static string Of(string text)
    {
        var line = text.Trim();
        var end = line.AsSpan().IndexOfAny('\n', '\r');
        if (end >= 0) line = line[..end].TrimEnd();
        for (var dot = line.IndexOf(". ", StringComparison.Ordinal); dot >= 0; dot = line.IndexOf(". ", dot + 1, StringComparison.Ordinal))
        {
            // « M. Martin », « p. ex. » : a sentence ends before a capital, after a word.
            if (dot < 4 || dot + 2 >= line.Length || !char.IsUpper(line[dot + 2])) continue;
            line = line[..(dot + 1)];
            break;
        }

        if (line.Length <= Length) return line;
        var cut = line.LastIndexOf(' ', Length - 1);
        return line[..(cut > Length / 2 ? cut : Length - 1)].TrimEnd(',', ';', ':', ' ', '\u00A0') + "…";
    }
}
