using System.Text;

namespace PlusPortal.Domain.Texts;

/// <summary>
/// The one way in which the searches of the portal compare texts: case, accents, ligatures, kinds of apostrophe, hyphens,
/// the dots of acronyms, kinds of space and ways of encoding a letter make no difference. « L’Été », « l'été » and « l ete »
/// are one text, and so are « C.A.E. » and « cae », « Guid’Asso » and « guidasso ».
/// </summary>
/// <remarks>
/// The function <c>fold</c> of the database does the same for the columns that lists search; a test compares both over every
/// letter of the basic plane. Changing one means changing the other, in a migration (docs/adr/0013). What the matcher reads
/// has its own door, <c>FrenchAnalyser</c>: stems and grammar need more than letters.
/// </remarks>
public static class Folding
{
    /// <summary>Words that end with an apostrophe, beside single letters: what follows is another word.</summary>
    private static readonly HashSet<string> Elided = ["qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "quelqu", "presqu"];

    /// <summary>Letters that Unicode does not take apart, and the many apostrophes, with what they are read as.</summary>
    private static readonly Dictionary<int, string> Letters = new()
    {
        ['œ'] = "oe",
        ['æ'] = "ae",
        ['ß'] = "ss",
        ['þ'] = "th",
        ['ø'] = "o",
        ['đ'] = "d",
        ['ð'] = "d",
        ['ħ'] = "h",
        ['ı'] = "i",
        ['ĸ'] = "k",
        ['ł'] = "l",
        ['ŋ'] = "n",
        ['ŧ'] = "t",
        ['ς'] = "σ",
        ['\u2018'] = "'",
        ['\u2019'] = "'",
        ['\u201B'] = "'",
        ['\u2032'] = "'",
        ['`'] = "'",
        ['\u02B9'] = "'",
        ['\u02BB'] = "'",
        ['\u02BC'] = "'",
        ['\u02BD'] = "'",
        ['\u02C8'] = "'",
        ['\uA78C'] = "'",
    };

    /// <summary>The text for comparison: lower-case letters and digits, single spaces between words. Never throws, whatever was typed.</summary>
    public static string Fold(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var runes = JoinWords(Spell(text));
        var folded = new StringBuilder(runes.Count);
        var isNewWord = false;
        for (var at = 0; at < runes.Count; at++)
        {
            if (!Rune.IsLetterOrDigit(runes[at]))
            {
                isNewWord |= !IsDotOfAcronym(runes, at);
                continue;
            }

            if (isNewWord && folded.Length > 0) folded.Append(' ');
            folded.Append(runes[at].ToString());
            isNewWord = false;
        }

        return folded.ToString();
    }

    /// <summary>Tells of each text whether it holds what was typed, both folded; nothing typed is found nowhere. What was typed is folded once, however many texts there are.</summary>
    public static Func<string?, bool> Seeking(string? typed) =>
        Fold(typed) is { Length: > 0 } sought ? text => Fold(text).Contains(sought, StringComparison.Ordinal) : _ => false;

    /// <summary>Lower-case letters without their marks, and everything else as it is.</summary>
    private static List<Rune> Spell(string text)
    {
        // A lone surrogate is read as U+FFFD; normalising would throw on it and on U+FFFE.
        var visible = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes().Where(rune => !IsUnseen(rune.Value))) visible.Append(rune.ToString());
        var spelled = new List<Rune>(text.Length);
        foreach (var rune in visible.ToString().Normalize(NormalizationForm.FormKD).ToLowerInvariant().EnumerateRunes())
        {
            if (IsUnseen(rune.Value)) continue;
            if (Letters.TryGetValue(rune.Value, out var letters)) spelled.AddRange(letters.EnumerateRunes());
            else spelled.Add(rune);
        }

        return spelled;
    }

    /// <summary>An apostrophe inside a word (« Guid'Asso », « prud'hommes ») is dropped; one that elides (« l'été ») parts two words.</summary>
    private static List<Rune> JoinWords(List<Rune> runes)
    {
        var joined = new List<Rune>(runes.Count);
        for (var at = 0; at < runes.Count; at++)
        {
            if (runes[at].Value != '\'' || !IsLetter(runes, at - 1) || !IsLetter(runes, at + 1) || IsElided(runes, at)) joined.Add(runes[at]);
        }

        return joined;
    }

    private static bool IsElided(List<Rune> runes, int at)
    {
        var start = at;
        while (IsPartOfWord(runes, start - 1)) start--;
        return at - start == 1 || (at - start <= 6 && Elided.Contains(string.Concat(runes.Skip(start).Take(at - start))));
    }

    /// <summary>What is dropped: control characters that are no space, marks on letters, characters that only steer the display, and what is no character.</summary>
    private static bool IsUnseen(int code) => code is
        < 0x09 or (> 0x0D and < 0x20) or 0x7F or 0xAD
        or (>= 0x0300 and <= 0x036F) or 0x061C or (>= 0x1AB0 and <= 0x1AFF) or (>= 0x1DC0 and <= 0x1DFF)
        or (>= 0x200B and <= 0x200F) or (>= 0x202A and <= 0x202E) or (>= 0x2060 and <= 0x206F) or (>= 0x20D0 and <= 0x20FF)
        or (>= 0xFE00 and <= 0xFE0F) or (>= 0xFE20 and <= 0xFE2F) or 0xFEFF or (>= 0xFFF9 and <= 0xFFFF);

    /// <summary>A dot between two letters that stand alone: those of « C.A.E. », not that of « site.fr ».</summary>
    private static bool IsDotOfAcronym(List<Rune> runes, int at) =>
        runes[at].Value == '.' && IsLetter(runes, at - 1) && IsLetter(runes, at + 1) && !IsPartOfWord(runes, at - 2) && !IsPartOfWord(runes, at + 2);

    private static bool IsLetter(List<Rune> runes, int at) => at >= 0 && at < runes.Count && Rune.IsLetter(runes[at]);

    private static bool IsPartOfWord(List<Rune> runes, int at) => at >= 0 && at < runes.Count && (Rune.IsLetterOrDigit(runes[at]) || runes[at].Value == '_');
}
