using PlusPortal.Domain.Matching.Catalog;
using PlusPortal.Domain.Matching.Reading;

namespace PlusPortal.Domain.Matching.Scoring;

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
    /// <param name="countOf">How many eligible offers have a word.</param>
    public void Count(Func<ulong, int> countOf)
    {
        for (var place = 0; place < hashes.Length; place++) counts[place] = countOf(hashes[place]);
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
