using System.Collections.Frozen;
using System.Collections.Immutable;
using PlusPortal.Domain.Matching.French;

namespace PlusPortal.Domain.Matching.Lexicon;

/// <summary>A compiled lexicon: general French phrases of the social economy, with what they tell. It names no request and no actor.</summary>
public sealed class NeedLexicon
{
    private readonly (LexiconKey Key, LexiconEntry Entry)[] phrases;
    private readonly FirstWords firstWords;
    private readonly FirstWords sensitiveWords;
    private readonly FrozenDictionary<string, string> abbreviations;
    private readonly Spelling spelling;

    /// <summary>Compiles entries; their order means nothing.</summary>
    /// <exception cref="ArgumentException">A pattern is empty, too long, or begins with a gap.</exception>
    public NeedLexicon(IEnumerable<LexiconEntry> entries)
        : this([.. entries.Select(entry => (entry.Key, entry))])
    {
    }

    private NeedLexicon((LexiconKey Key, LexiconEntry Entry)[] phrases)
    {
        this.phrases = phrases;
        Array.Sort(phrases, Compare);
        Hash = LexiconHash.Of(phrases);
        Entries = [.. phrases.Select(phrase => phrase.Entry)];
        var patterns = Entries.Where(entry => entry.Kind != LexiconKind.Spelling).Select((entry, order) => new LexiconPattern(entry, order)).ToList();
        spelling = new Spelling(patterns.SelectMany(pattern => pattern.Forms));
        abbreviations = phrases
            .Where(phrase => phrase.Key.Kind == LexiconKind.Spelling)
            .SelectMany(phrase => phrase.Key.Pattern.Split('|').Select(word => (Word: word, Meant: FrenchWords.Fold(phrase.Key.Code))))
            .DistinctBy(pair => pair.Word)
            .ToFrozenDictionary(pair => pair.Word, pair => pair.Meant, StringComparer.Ordinal);
        firstWords = new FirstWords(patterns);
        sensitiveWords = new FirstWords([.. patterns.Where(pattern => pattern.Entry is { Kind: LexiconKind.Notion, Code: Notions.SensitiveMatter })]);
    }

    /// <summary>The lexicon that comes with the portal.</summary>
    public static NeedLexicon Default { get; } = new(PhraseReader.ReadShipped());

    private static FrozenSet<LexiconKey> DefaultKeys { get; } = Default.phrases.Select(phrase => phrase.Key).ToFrozenSet();

    /// <summary>The lexicon that comes with the portal, with what staff decided in the place of it or beside it. A phrase that this release can no longer read is left out.</summary>
    /// <param name="latest">The latest change of each phrase, the newest first.</param>
    public static NeedLexicon Edited(IReadOnlyCollection<LexiconChange> latest) => latest.Count == 0 ? Default : new NeedLexicon(PhrasesWith(latest));

    /// <summary>What <see cref="Hash"/> of the same would be, without making it ready to read.</summary>
    /// <param name="latest">The latest change of each phrase.</param>
    public static string HashOf(IReadOnlyCollection<LexiconChange> latest) => latest.Count == 0 ? Default.Hash : LexiconHash.Of(PhrasesWith(latest));

    /// <summary>Whether a phrase comes with the portal, or is written as staff may write one.</summary>
    public static bool CanRead(LexiconEntry entry) => DefaultKeys.Contains(entry.Key) || LexiconPatterns.FaultOf(entry.Pattern) is null;

    /// <summary>Which phrases these are, see <see cref="LexiconHash"/>: stored with what is read with them.</summary>
    public string Hash { get; }

    /// <summary>Its phrases by kind and code, the surest first.</summary>
    public ImmutableArray<LexiconEntry> Entries { get; }

    /// <summary>What a word, in lower case without accents, stands for when it is an abbreviation or badly written; null when it is right as it is.</summary>
    internal string? Spell(string spelled) => abbreviations.TryGetValue(spelled, out var meant) ? meant : spelling.Mend(spelled);

    /// <summary>Fills a list with the patterns that begin with this word.</summary>
    internal void FindStarting(Token word, List<LexiconPattern> found) => firstWords.Find(word, found);

    /// <summary>The same, with the patterns of sensitive matters alone.</summary>
    internal void FindSensitive(Token word, List<LexiconPattern> found) => sensitiveWords.Find(word, found);

    private static (LexiconKey Key, LexiconEntry Entry)[] PhrasesWith(IReadOnlyCollection<LexiconChange> latest)
    {
        var decided = latest.Select(change => (change.Entry.Key, change.Entry, change.IsActive)).DistinctBy(change => change.Key).ToDictionary(change => change.Key);
        var added = decided.Values.Where(change => change.IsActive && CanRead(change.Entry)).Select(change => (change.Key, change.Entry));
        return [.. added, .. Default.phrases.Where(phrase => !decided.ContainsKey(phrase.Key))];
    }

    /// <summary>An order of the phrases themselves, so that where they are written changes nothing.</summary>
    private static int Compare((LexiconKey Key, LexiconEntry Entry) one, (LexiconKey Key, LexiconEntry Entry) other)
    {
        var order = one.Key.Kind.CompareTo(other.Key.Kind);
        if (order == 0) order = string.CompareOrdinal(one.Key.Code, other.Key.Code);
        if (order == 0) order = other.Entry.Weight.CompareTo(one.Entry.Weight);
        if (order == 0) order = string.CompareOrdinal(one.Key.Pattern, other.Key.Pattern);
        return order == 0 ? one.Entry.IsProblem.CompareTo(other.Entry.IsProblem) : order;
    }
}
