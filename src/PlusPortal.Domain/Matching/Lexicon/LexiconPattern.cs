using System.Runtime.CompilerServices;
using PlusPortal.Domain.Matching.French;
using PlusPortal.Domain.Matching.Reading;

namespace PlusPortal.Domain.Matching.Lexicon;

/// <summary>A pattern ready to be compared with words.</summary>
internal sealed class LexiconPattern
{
    private const int GapWords = 4;
    private const int ClauseGap = 2;
    internal const int MaskBits = 64;

    /// <summary>How far the next word of a pattern may be, words of grammar included.</summary>
    private const int Reach = 16;

    internal const int MaxElements = 12;

    private readonly Element[] elements;

    /// <param name="entry">What it tells.</param>
    /// <param name="order">Its place in the lexicon.</param>
    public LexiconPattern(LexiconEntry entry, int order)
    {
        Entry = entry;
        Order = order;
        var parsed = new List<Element>();
        var gap = 0;
        foreach (var part in LexiconPatterns.PartsOf(entry.Pattern))
        {
            if (part == "~")
            {
                gap = GapWords;
                continue;
            }

            parsed.Add(new Element([.. part.Split('|').Select(Form.Parse)], gap));
            gap = 0;
        }

        if (parsed is [{ IsGrammar: true }]) throw new ArgumentException($"« {entry.Pattern} » is a word of grammar: it tells nothing alone.", nameof(entry));
        if (parsed.Count is 0 or > MaxElements || parsed[0].Gap > 0) throw new ArgumentException($"Unusable pattern: « {entry.Pattern} ».", nameof(entry));
        elements = [.. parsed];
    }

    /// <summary>Whether a pattern is one word of grammar: it would be found in every text.</summary>
    public static bool IsGrammarAlone(string pattern) => LexiconPatterns.PartsOf(pattern) is [var part] && new Element([.. part.Split('|').Select(Form.Parse)], 0).IsGrammar;

    public LexiconEntry Entry { get; }

    /// <summary>Its place in the lexicon.</summary>
    public int Order { get; }

    /// <summary>What its first word may be.</summary>
    public IReadOnlyList<Form> Beginnings => elements[0].Forms;

    /// <summary>Words, or beginnings of words, that the pattern waits for.</summary>
    public IEnumerable<(string Text, bool IsBeginning)> Forms => elements.SelectMany(element => element.Forms).Where(form => !FrenchWords.IsFunctionWord(form.Text)).Select(form => (form.Text, form.IsPrefix));

    /// <summary>Words that make a match beginning at <paramref name="start"/>, as bits counted from it; 0 when there is none. Words of grammar between two words of the pattern are passed over.</summary>
    /// <remarks>The innermost loop of reading: compiled at once as well as can be, or a portal that has just started would take ten times as long over a text made for it.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ulong Match(IReadOnlyList<Token> words, int start)
    {
        if (!elements[0].Accepts(words[start])) return 0;
        var sentence = words[start].Sentence;
        var at = start;
        var matched = 1UL;
        for (var element = 1; element < elements.Length; element++)
        {
            var found = -1;
            var passed = 0;
            for (var next = at + 1; next < words.Count && next - at <= Reach && next - start < MaskBits && passed <= elements[element].Gap && words[next].Sentence == sentence; next++)
            {
                if (elements[element].Accepts(words[next]))
                {
                    found = next;
                    break;
                }

                if (!words[next].IsFunction) passed++;
                if (next + 1 < words.Count && words[next + 1].Clause != words[next].Clause) passed += ClauseGap;
            }

            if (found < 0) return 0;
            at = found;
            matched |= 1UL << (at - start);
        }

        return matched;
    }

    /// <summary>A word in any of its forms, or the beginning of one.</summary>
    internal readonly record struct Form(string Text, string Stem, bool IsPrefix, bool IsExact)
    {
        // « former » and « forme » have one stem: short words are compared as they are.
        private const int ShortestStemmed = 6;

        public static Form Parse(string text) => text[^1] switch
        {
            '*' => new Form(FrenchWords.Fold(text[..^1]), "", true, false),
            '!' => new Form(FrenchWords.Fold(text[..^1]), "", false, true),
            _ => Whole(FrenchWords.Fold(text)),
        };

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool Accepts(Token word) => IsPrefix
            ? word.Word.StartsWith(Text, StringComparison.Ordinal)
            : IsExact ? word.Spelled == Text : word.Word == Text || (Stem.Length > 0 && word.Stem == Stem);

        private static Form Whole(string folded) =>
            new(FrenchWords.Normalize(folded), folded.Length < ShortestStemmed || FrenchWords.IsFunctionWord(folded) ? "" : FrenchWords.StemOf(folded), false, false);
    }

    private readonly record struct Element(Form[] Forms, int Gap)
    {
        public bool IsGrammar => Array.TrueForAll(Forms, form => !form.IsPrefix && FrenchWords.IsFunctionWord(form.Text));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool Accepts(Token word)
        {
            foreach (var form in Forms)
            {
                if (form.Accepts(word)) return true;
            }

            return false;
        }
    }
}
