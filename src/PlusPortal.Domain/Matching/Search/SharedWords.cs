using System.Buffers;
using System.Numerics;
using PlusPortal.Domain.Matching.Indexing;
using PlusPortal.Domain.Matching.Reading;
using PlusPortal.Domain.Matching.Scoring;

namespace PlusPortal.Domain.Matching.Search;

/// <summary>What the words that the eligible offers share with a request are worth, found from one word after the other: an offer that shares none is not looked at.</summary>
internal sealed class SharedWords : IDisposable
{
    private readonly ulong[] eligible;
    private readonly int[] before;
    private readonly int[] greatest;

    /// <summary>Gathers them.</summary>
    /// <param name="words">Words of the request, weighed.</param>
    /// <param name="index">Index of the catalogue.</param>
    /// <param name="eligible">Offers that may be proposed.</param>
    /// <param name="count">How many there are.</param>
    public SharedWords(RequestWords words, OfferIndex index, ReadOnlySpan<ulong> eligible, int count)
    {
        this.eligible = ArrayPool<ulong>.Shared.Rent(eligible.Length);
        eligible.CopyTo(this.eligible);
        before = ArrayPool<int>.Shared.Rent(eligible.Length);
        greatest = ArrayPool<int>.Shared.Rent(Math.Max(1, count) * RequestWords.Counted);
        greatest.AsSpan(0, count * RequestWords.Counted).Clear();
        var sum = 0;
        for (var word = 0; word < eligible.Length; word++)
        {
            before[word] = sum;
            sum += BitOperations.PopCount(eligible[word]);
        }

        using var having = new OfferBits(1, index.Words);
        foreach (var (term, weight) in words.Weights)
        {
            if (weight == 0) continue;
            Gather(index.NamesWith(term), 2 * weight, having[0]);
            Gather(index.DescriptionsWith(term), weight, having[0]);
        }
    }

    /// <summary>Sum of the greatest weights of an eligible offer.</summary>
    public int At(int position)
    {
        var sum = 0;
        foreach (var points in GreatestOf(position)) sum += points;
        return sum;
    }

    public void Dispose()
    {
        ArrayPool<ulong>.Shared.Return(eligible);
        ArrayPool<int>.Shared.Return(before);
        ArrayPool<int>.Shared.Return(greatest);
    }

    private void Gather(Postings? postings, int points, Span<ulong> having)
    {
        if (postings is null) return;
        postings.FindIn(eligible.AsSpan(0, having.Length), having);
        foreach (var position in OfferBits.Members(having)) RequestWords.Keep(points, GreatestOf(position));
    }

    private Span<int> GreatestOf(int position)
    {
        var earlier = before[position >> 6] + BitOperations.PopCount(eligible[position >> 6] & ((1UL << position) - 1));
        return greatest.AsSpan(earlier * RequestWords.Counted, RequestWords.Counted);
    }
}
