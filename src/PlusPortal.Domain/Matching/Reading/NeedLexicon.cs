using System.Collections.Frozen;
using System.Collections.Immutable;

namespace PlusPortal.Domain.Matching.Reading;

/// <summary>A compiled lexicon: general French phrases of the social economy, with what they tell. It names no request and no actor.</summary>
public sealed class NeedLexicon
{
    private const int KeyLength = 2;

    private readonly FrozenDictionary<string, LexiconPattern[]> byFirstLetters;

    /// <summary>Compiles entries.</summary>
    /// <exception cref="ArgumentException">A pattern is empty, too long, or begins with a gap.</exception>
    public NeedLexicon(IEnumerable<LexiconEntry> entries)
    {
        Entries = [.. entries];
        byFirstLetters = Entries
            .Select(entry => new LexiconPattern(entry))
            .SelectMany(pattern => pattern.FirstLetters(KeyLength).Select(letters => (letters, pattern)))
            .GroupBy(pair => pair.letters, pair => pair.pattern, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>The lexicon that comes with the portal.</summary>
    public static NeedLexicon Default { get; } = new(
        [.. ProjectLexicon.Entries, .. MoneyLexicon.Entries, .. PeopleLexicon.Entries, .. StageLexicon.Entries, .. SectorLexicon.Entries, .. NotionLexicon.Entries]);

    /// <summary>Entries as they were given.</summary>
    public ImmutableArray<LexiconEntry> Entries { get; }

    /// <summary>Patterns that may begin with this word.</summary>
    internal ReadOnlySpan<LexiconPattern> Starting(string word) =>
        byFirstLetters.TryGetValue(word.Length <= KeyLength ? word : word[..KeyLength], out var patterns) ? patterns : [];
}

/// <summary>A pattern ready to be compared with words.</summary>
internal sealed class LexiconPattern
{
    private const int GapWords = 4;

    /// <summary>With gaps, more elements could reach beyond the 64 words of a mask.</summary>
    private const int MaxElements = 12;

    private readonly Element[] elements;

    public LexiconPattern(LexiconEntry entry)
    {
        Entry = entry;
        var parsed = new List<Element>();
        var gap = 0;
        foreach (var part in entry.Pattern.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == "~")
            {
                gap = GapWords;
                continue;
            }

            parsed.Add(new Element([.. part.Split('|').Select(Form.Parse)], gap));
            gap = 0;
        }

        if (parsed.Count is 0 or > MaxElements || parsed[0].Gap > 0) throw new ArgumentException($"Unusable pattern: « {entry.Pattern} ».", nameof(entry));
        elements = [.. parsed];
    }

    public LexiconEntry Entry { get; }

    /// <summary>First letters of the words that the pattern may begin with.</summary>
    public IEnumerable<string> FirstLetters(int length) =>
        elements[0].Forms.Select(form => form.Text.Length <= length ? form.Text : form.Text[..length]).Distinct();

    /// <summary>Words that make a match beginning at <paramref name="start"/>, as bits counted from it; 0 when there is none.</summary>
    public ulong Match(IReadOnlyList<Token> words, int start)
    {
        if (!elements[0].Accepts(words[start].Word)) return 0;
        var sentence = words[start].Sentence;
        var at = start;
        var matched = 1UL;
        for (var element = 1; element < elements.Length; element++)
        {
            var found = -1;
            for (var next = at + 1; next < words.Count && next <= at + 1 + elements[element].Gap && words[next].Sentence == sentence; next++)
            {
                if (!elements[element].Accepts(words[next].Word)) continue;
                found = next;
                break;
            }

            if (found < 0) return 0;
            at = found;
            matched |= 1UL << (at - start);
        }

        return matched;
    }

    private readonly record struct Form(string Text, bool IsPrefix)
    {
        public static Form Parse(string text) =>
            text.EndsWith('*') ? new Form(FrenchText.Fold(text[..^1]), true) : Whole(FrenchText.Fold(text));

        private static Form Whole(string folded) => FrenchText.IsFunctionWord(folded)
            ? throw new ArgumentException($"« {folded} » is skipped by the reader, no pattern can wait for it.", nameof(folded))
            : new Form(FrenchText.Normalize(folded), false);
    }

    private readonly record struct Element(Form[] Forms, int Gap)
    {
        public bool Accepts(string word)
        {
            foreach (var form in Forms)
            {
                if (form.IsPrefix ? word.StartsWith(form.Text, StringComparison.Ordinal) : word == form.Text) return true;
            }

            return false;
        }
    }
}
