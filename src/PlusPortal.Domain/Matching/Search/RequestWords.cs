namespace PlusPortal.Domain.Matching.Search;

/// <summary>Word stems of a request with how much each is worth, found from the stems of an offer without comparing strings.</summary>
internal sealed class RequestWords
{
    /// <summary>How many shared words of an offer count: the few rarest.</summary>
    public const int Counted = 4;

    private const int FilterWords = 64;

    private readonly ulong[] filter = new ulong[FilterWords];
    private readonly ulong[] hashes;
    private readonly int[] counts;
    private readonly int[] weights;

    public RequestWords(IEnumerable<string> terms)
    {
        hashes = [.. terms.Select(TermHash.Of).Distinct().Order()];
        counts = new int[hashes.Length];
        weights = new int[hashes.Length];
        foreach (var hash in hashes) filter[FilterWord(hash)] |= 1UL << (int)hash;
    }

    /// <summary>Counts the words of an eligible offer.</summary>
    public void Count(ulong[] offerTerms)
    {
        foreach (var term in offerTerms)
        {
            if (TryFind(term, out var place)) counts[place]++;
        }
    }

    /// <summary>Counts the words of all eligible offers at once.</summary>
    public void Count(OfferIndex index, ReadOnlySpan<ulong> eligible)
    {
        for (var place = 0; place < hashes.Length; place++)
            counts[place] = (index.NamesWith(hashes[place])?.CountIn(eligible) ?? 0) + (index.DescriptionsWith(hashes[place])?.CountIn(eligible) ?? 0);
    }

    /// <summary>Each word with its weight.</summary>
    public IEnumerable<(ulong Term, int Weight)> Weights => hashes.Zip(weights);

    /// <summary>Gives each word its weight, from how many eligible offers have it.</summary>
    public void Weigh(Func<int, int> weightOf)
    {
        for (var place = 0; place < counts.Length; place++) weights[place] = weightOf(counts[place]);
    }

    /// <summary>Keeps the greatest weights among the shared words, in falling order.</summary>
    /// <param name="offerTerms">Words of the offer.</param>
    /// <param name="factor">How many times a weight counts.</param>
    /// <param name="best">Greatest so far.</param>
    public void Collect(ulong[] offerTerms, int factor, Span<int> best)
    {
        foreach (var term in offerTerms)
        {
            if (!TryFind(term, out var word)) continue;
            Keep(weights[word] * factor, best);
        }
    }

    /// <summary>Keeps points among the greatest, in falling order.</summary>
    public static void Keep(int points, Span<int> best)
    {
        for (var place = 0; place < best.Length; place++)
        {
            if (points <= best[place]) continue;
            (points, best[place]) = (best[place], points);
        }
    }

    private static int FilterWord(ulong hash) => (int)(hash >> 6) & (FilterWords - 1);

    private bool TryFind(ulong term, out int place)
    {
        place = -1;
        if ((filter[FilterWord(term)] >> (int)term & 1) == 0) return false;
        place = Array.BinarySearch(hashes, term);
        return place >= 0;
    }
}

/// <summary>A word stem as 64 bits (FNV-1a with a final mix), the same in every process: comparing two costs one instruction, and two stems of one language practically never meet.</summary>
internal static class TermHash
{
    public static ulong Of(string term)
    {
        var hash = 14695981039346656037UL;
        foreach (var character in term) hash = (hash ^ character) * 1099511628211UL;
        hash ^= hash >> 32;
        return hash * 0x9E3779B97F4A7C15UL ^ (hash >> 29);
    }
}
