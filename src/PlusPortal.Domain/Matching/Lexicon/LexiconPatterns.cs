using PlusPortal.Domain.Matching.French;
using PlusPortal.Domain.Matching.Reading;

namespace PlusPortal.Domain.Matching.Lexicon;

/// <summary>Why a pattern cannot be read.</summary>
public enum LexiconPatternFault
{
    /// <summary>No word in it.</summary>
    Empty,

    /// <summary>More than <see cref="LexiconPatterns.Longest"/> characters, or too many words.</summary>
    TooLong,

    /// <summary>A sign that is neither a letter, a digit nor one of the signs of patterns.</summary>
    UnknownSign,

    /// <summary>It begins with <c>~</c>.</summary>
    BeginsWithGap,

    /// <summary>A beginning of word with so few letters that it would match nearly anything, or an alternative without a word.</summary>
    TooShortBeginning,

    /// <summary>Only words of grammar: it would be found in every text.</summary>
    OnlyGrammar,
}

/// <summary>The writing of patterns, see <see cref="LexiconEntry"/>.</summary>
public static class LexiconPatterns
{
    /// <summary>Most characters of a pattern that staff write.</summary>
    public const int Longest = 120;

    private const int ShortestBeginning = 2;

    /// <summary>A pattern as it is stored: lower case without accents, one space between words.</summary>
    public static string Tidy(string typed) => FrenchWords.Fold(string.Join(' ', typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    /// <summary>A pattern in the one way of writing it: lower case without accents, words parted by one space, alternatives sorted, each once.</summary>
    public static string Canonical(string pattern) => string.Join(' ', PartsOf(FrenchWords.Fold(pattern)).Select(part => part.Contains('|') ? string.Join('|', part.Split('|').Distinct().Order(StringComparer.Ordinal)) : part));

    /// <summary>What is wrong with a pattern that staff write; null when it can be read.</summary>
    public static LexiconPatternFault? FaultOf(string pattern) => FaultOf(pattern, Longest);

    /// <summary>The same with another limit.</summary>
    internal static LexiconPatternFault? FaultOf(string pattern, int longest)
    {
        if (pattern.Length > longest) return LexiconPatternFault.TooLong;
        var parts = PartsOf(pattern);
        var words = parts.Where(part => part != "~").ToList();
        if (words.Count == 0) return LexiconPatternFault.Empty;
        if (words.Count > LexiconPattern.MaxElements) return LexiconPatternFault.TooLong;
        if (parts[0] == "~") return LexiconPatternFault.BeginsWithGap;

        var forms = words.SelectMany(word => word.Split('|')).Select(form => (Word: WordOf(form), IsBeginning: form.EndsWith('*'))).ToList();
        if (forms.Any(form => !form.Word.All(char.IsLetterOrDigit))) return LexiconPatternFault.UnknownSign;
        if (forms.Any(form => form.Word.Length < (form.IsBeginning ? ShortestBeginning : 1))) return LexiconPatternFault.TooShortBeginning;
        return forms.All(form => !form.IsBeginning && FrenchWords.IsFunctionWord(form.Word)) ? LexiconPatternFault.OnlyGrammar : null;
    }

    /// <summary>Words and gaps of a pattern, in order.</summary>
    internal static string[] PartsOf(string pattern) => pattern.Split([' ', '\'', '’', '-'], StringSplitOptions.RemoveEmptyEntries);

    private static string WordOf(string form) => FrenchWords.Fold(form.EndsWith('*') || form.EndsWith('!') ? form[..^1] : form);
}
