using System.Collections.Frozen;
using PlusPortal.Domain.Matching.French;

namespace PlusPortal.Domain.Matching.Lexicon;

/// <summary>Patterns by what their first word may be, so that a word of a text meets only those that it can begin.</summary>
internal sealed class FirstWords
{
    private readonly FrozenDictionary<string, LexiconPattern[]> words;
    private readonly FrozenDictionary<string, LexiconPattern[]> spellings;
    private readonly FrozenDictionary<string, LexiconPattern[]> stems;
    private readonly FrozenDictionary<string, LexiconPattern[]> beginnings;
    private readonly int shortest;
    private readonly int longest;

    public FirstWords(IReadOnlyList<LexiconPattern> patterns)
    {
        words = Grouped(patterns, form => form is { IsPrefix: false, IsExact: false } ? form.Text : "");
        spellings = Grouped(patterns, form => form.IsExact ? form.Text : "");
        stems = Grouped(patterns, form => form is { IsPrefix: false, IsExact: false } ? form.Stem : "");
        beginnings = Grouped(patterns, form => form.IsPrefix ? form.Text : "");
        shortest = beginnings.Count == 0 ? 1 : beginnings.Keys.Min(text => text.Length);
        longest = beginnings.Count == 0 ? 0 : beginnings.Keys.Max(text => text.Length);
    }

    /// <summary>Fills <paramref name="found"/> with the patterns whose first word this is, in the order of the lexicon, each once.</summary>
    public void Find(Token word, List<LexiconPattern> found)
    {
        found.Clear();
        Add(words, word.Word, found);
        Add(spellings, word.Spelled, found);
        if (word.Stem.Length > 0) Add(stems, word.Stem, found);
        var lookup = beginnings.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = shortest; length <= Math.Min(longest, word.Word.Length); length++)
        {
            if (lookup.TryGetValue(word.Word.AsSpan(0, length), out var some)) found.AddRange(some);
        }

        found.Sort(static (one, other) => one.Order.CompareTo(other.Order));
        var kept = 0;
        for (var at = 0; at < found.Count; at++)
        {
            if (kept == 0 || found[kept - 1] != found[at]) found[kept++] = found[at];
        }

        found.RemoveRange(kept, found.Count - kept);
    }

    private static void Add(FrozenDictionary<string, LexiconPattern[]> groups, string key, List<LexiconPattern> found)
    {
        if (groups.TryGetValue(key, out var some)) found.AddRange(some);
    }

    private static FrozenDictionary<string, LexiconPattern[]> Grouped(IReadOnlyList<LexiconPattern> patterns, Func<LexiconPattern.Form, string> keyOf) =>
        patterns
            .SelectMany(pattern => pattern.Beginnings.Select(keyOf).Where(key => key.Length > 0).Distinct().Select(key => (key, pattern)))
            .GroupBy(pair => pair.key, pair => pair.pattern, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
}
