using System.Collections.Frozen;
using System.Collections.Immutable;

namespace PlusPortal.Domain.Matching.Reading;

/// <summary>A compiled lexicon: general French phrases of the social economy, with what they tell. It names no request and no actor.</summary>
public sealed class NeedLexicon
{
    private readonly FirstWords firstWords;
    private readonly FirstWords sensitiveWords;
    private readonly FrozenDictionary<string, string> abbreviations;
    private readonly Spelling spelling;

    /// <summary>Compiles entries.</summary>
    /// <exception cref="ArgumentException">A pattern is empty, too long, or begins with a gap.</exception>
    public NeedLexicon(IEnumerable<LexiconEntry> entries, int version = 0)
    {
        Version = version;
        Entries = [.. entries];
        var patterns = Entries.Where(entry => entry.Kind != LexiconKind.Spelling).Select((entry, order) => new LexiconPattern(entry, order)).ToList();
        spelling = new Spelling(patterns.SelectMany(pattern => pattern.Forms));
        abbreviations = Entries
            .Where(entry => entry.Kind == LexiconKind.Spelling)
            .SelectMany(entry => entry.Pattern.Split('|').Select(word => (Word: FrenchText.Fold(word), Meant: FrenchText.Fold(entry.Code))))
            .DistinctBy(pair => pair.Word)
            .ToFrozenDictionary(pair => pair.Word, pair => pair.Meant, StringComparer.Ordinal);
        firstWords = new FirstWords(patterns);
        sensitiveWords = new FirstWords([.. patterns.Where(pattern => pattern.Entry is { Kind: LexiconKind.Notion, Code: Notions.SensitiveMatter })]);
    }

    /// <summary>The lexicon that comes with the portal.</summary>
    public static NeedLexicon Default { get; } = new(AllEntries());

    private static FrozenSet<LexiconKey> DefaultKeys { get; } = Default.Entries.Select(entry => entry.Key).ToFrozenSet();

    internal static IEnumerable<LexiconEntry> AllEntries() =>
    [
        .. ProjectLexicon.Entries, .. MoneyLexicon.Entries, .. PeopleLexicon.Entries, .. EverydayThemes.Entries, .. PlainThemes.Entries, .. StageLexicon.Entries, .. SectorLexicon.Entries, .. NotionLexicon.Entries,
        .. EverydayNotions.Entries, .. TriageLexicon.Entries, .. UrgencyLexicon.Entries, .. SolicitationLexicon.Entries, .. SituationThemes.Entries, .. SpokenThemes.Entries, .. SpellingLexicon.Entries,
    ];

    /// <summary>The lexicon that comes with the portal, with what staff decided in the place of it or beside it. A phrase that this release can no longer read is left out.</summary>
    /// <param name="latest">The latest change of each phrase.</param>
    public static NeedLexicon Edited(IReadOnlyCollection<LexiconChange> latest)
    {
        if (latest.Count == 0) return Default;
        var decided = latest.Select(change => change.Entry.Key).ToHashSet();
        var added = latest.Where(change => change.IsActive && CanRead(change.Entry)).Select(change => change.Entry);
        return new NeedLexicon([.. added, .. Default.Entries.Where(entry => !decided.Contains(entry.Key))], latest.Max(change => change.Number));
    }

    /// <summary>Whether a phrase comes with the portal, or is written as staff may write one.</summary>
    public static bool CanRead(LexiconEntry entry) => DefaultKeys.Contains(entry.Key) || LexiconPatterns.FaultOf(entry.Pattern) is null;

    /// <summary>Number of the last change that staff made to it; 0 for the lexicon that comes with the portal.</summary>
    public int Version { get; }

    /// <summary>Entries as they were given.</summary>
    public ImmutableArray<LexiconEntry> Entries { get; }

    /// <summary>What a word, in lower case without accents, stands for when it is an abbreviation or badly written; null when it is right as it is.</summary>
    internal string? Spell(string spelled) => abbreviations.TryGetValue(spelled, out var meant) ? meant : spelling.Mend(spelled);

    /// <summary>Fills a list with the patterns that begin with this word.</summary>
    internal void FindStarting(Token word, List<LexiconPattern> found) => firstWords.Find(word, found);

    /// <summary>The same, with the patterns of sensitive matters alone.</summary>
    internal void FindSensitive(Token word, List<LexiconPattern> found) => sensitiveWords.Find(word, found);
}

/// <summary>A pattern ready to be compared with words.</summary>
internal sealed class LexiconPattern
{
    private const int GapWords = 4;
    private const int ClauseGap = 2;
    private const int MaskBits = 64;

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

    public LexiconEntry Entry { get; }

    /// <summary>Its place in the lexicon.</summary>
    public int Order { get; }

    /// <summary>What its first word may be.</summary>
    public IReadOnlyList<Form> Beginnings => elements[0].Forms;

    /// <summary>Words, or beginnings of words, that the pattern waits for.</summary>
    public IEnumerable<(string Text, bool IsBeginning)> Forms => elements.SelectMany(element => element.Forms).Where(form => !FrenchText.IsFunctionWord(form.Text)).Select(form => (form.Text, form.IsPrefix));

    /// <summary>Words that make a match beginning at <paramref name="start"/>, as bits counted from it; 0 when there is none. Words of grammar between two words of the pattern are passed over.</summary>
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
            for (var next = at + 1; next < words.Count && next - start < MaskBits && passed <= elements[element].Gap && words[next].Sentence == sentence; next++)
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
            '*' => new Form(FrenchText.Fold(text[..^1]), "", true, false),
            '!' => new Form(FrenchText.Fold(text[..^1]), "", false, true),
            _ => Whole(FrenchText.Fold(text)),
        };

        public bool Accepts(Token word) => IsPrefix
            ? word.Word.StartsWith(Text, StringComparison.Ordinal)
            : IsExact ? word.Spelled == Text : word.Word == Text || (Stem.Length > 0 && word.Stem == Stem);

        private static Form Whole(string folded) =>
            new(FrenchText.Normalize(folded), folded.Length < ShortestStemmed || FrenchText.IsFunctionWord(folded) ? "" : FrenchText.StemOf(folded), false, false);
    }

    private readonly record struct Element(Form[] Forms, int Gap)
    {
        public bool IsGrammar => Array.TrueForAll(Forms, form => !form.IsPrefix && FrenchText.IsFunctionWord(form.Text));

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
