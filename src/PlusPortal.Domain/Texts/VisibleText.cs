using System.Globalization;
using System.Text;

namespace PlusPortal.Domain.Texts;

/// <summary>
/// What people can see of a text. Every text that enters the portal is cleaned once, at its edge, so that no rule, no search and no
/// key behind it meets a character that nobody sees (docs/adr/0018).
/// </summary>
public static class VisibleText
{
    /// <summary>Most marks on one letter: no language needs more, and putting a long run of them in order takes quadratic time.</summary>
    public const int MostMarks = 10;

    private const char LineSeparator = '\u2028';
    private const char ParagraphSeparator = '\u2029';
    private const char BrailleBlank = '\u2800';

    /// <summary>
    /// The text without format characters (zero width, direction, soft hyphen, byte order mark, tags, joiners), without what shows
    /// nothing, noncharacters, lone surrogates and control characters, in form C. Tabs stay, every kind of line break becomes one
    /// line feed, a blank of braille becomes a space, and a variation selector stays on a symbol only. Never throws.
    /// </summary>
    /// <returns>The same instance when there is nothing to change; null for null.</returns>
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(text))]
    public static string? Clean(string? text)
    {
        if (text is null || IsPlain(text)) return text;
        while (true)
        {
            // Form C may make two marks of one, or take a symbol apart: then something more may have to go.
            var seen = Drop(text);
            text = seen.Normalize(NormalizationForm.FormC);
            if (text == seen) return seen;
        }
    }

    /// <summary>Length for every limit of the portal: characters as Unicode and the database count them, a line break counting one.</summary>
    public static int LengthOf(string? text)
    {
        if (text is null) return 0;
        var length = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\n' && at > 0 && text[at - 1] == '\r') continue;
            if (char.IsLowSurrogate(text[at]) && at > 0 && char.IsHighSurrogate(text[at - 1])) continue;
            length++;
        }

        return length;
    }

    /// <summary>How much of a text there is to see, for the fewest characters of a field: marks belong to their letter, spaces around do not count, several in a row count one.</summary>
    public static int SeenIn(string? text)
    {
        var (seen, space) = (0, false);
        foreach (var rune in Clean(text ?? "").EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                space = true;
                continue;
            }

            if (IsMark(rune)) continue;
            seen += space && seen > 0 ? 2 : 1;
            space = false;
        }

        return seen;
    }

    /// <summary>What most texts are made of: nothing in them is dropped, and form C leaves it alone.</summary>
    private static bool IsPlain(string text)
    {
        foreach (var letter in text)
        {
            if (letter is not ((>= ' ' and <= '~') or '\n' or '\t' or (>= '\u00A0' and <= '\u02FF' and not '\u00AD') or (>= '\u2010' and <= '\u2027') or '\u202F' or '€')) return false;
        }

        return true;
    }

    private static string Drop(string text)
    {
        StringBuilder? kept = null;
        var (at, marks, isOnSymbol) = (0, 0, false);
        while (at < text.Length)
        {
            var isRune = Rune.TryGetRuneAt(text, at, out var rune);
            var length = isRune ? rune.Utf16SequenceLength : 1;
            var isMark = isRune && IsMark(rune);
            var shown = !isRune || IsFirstOfLineBreak(text, at) || (isMark && marks == MostMarks) ? null : Shown(rune, isOnSymbol);
            if (kept is null && shown != rune) kept = new StringBuilder(text, 0, at, text.Length);
            if (shown is { } letter)
            {
                kept?.Append(letter);
                marks = isMark ? marks + 1 : 0;
                isOnSymbol = Rune.GetUnicodeCategory(letter) is UnicodeCategory.OtherSymbol or UnicodeCategory.MathSymbol;
            }

            at += length;
        }

        return kept?.ToString() ?? text;
    }

    /// <summary>A carriage return before a line feed: both are one break.</summary>
    private static bool IsFirstOfLineBreak(string text, int at) => text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n';

    /// <summary>What is kept of a character: itself, what it is read as, or nothing.</summary>
    private static Rune? Shown(Rune rune, bool isOnSymbol) => rune.Value switch
    {
        '\t' or '\n' => rune,
        '\r' or 0x0B or 0x0C or 0x85 or LineSeparator or ParagraphSeparator => new Rune('\n'),
        BrailleBlank => new Rune(' '),
        0xFE0E or 0xFE0F => isOnSymbol ? rune : null,
        var code => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control || ShowsNothing(code) ? null : rune,
    };

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    /// <summary>Noncharacters, and what Unicode lets every program ignore beyond the format characters (Default_Ignorable_Code_Point).</summary>
    private static bool ShowsNothing(int code) => (code & 0xFFFE) == 0xFFFE || code is
        (>= 0xFDD0 and <= 0xFDEF)
        or 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) or 0x2065 or 0x3164 or 0xFFA0
        or (>= 0xFE00 and <= 0xFE0F) or (>= 0xFFF0 and <= 0xFFF8) or (>= 0xE0000 and <= 0xE0FFF);
}
