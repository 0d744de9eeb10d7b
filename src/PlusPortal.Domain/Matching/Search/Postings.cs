using System.Numerics;

namespace PlusPortal.Domain.Matching.Search;

/// <summary>Offers that share something: their positions when they are few, one bit an offer when that is shorter.</summary>
internal sealed class Postings
{
    private readonly int[] few = [];
    private readonly ulong[] many = [];

    /// <summary>Keeps the positions.</summary>
    /// <param name="positions">Positions in the catalogue, none twice.</param>
    /// <param name="words">Words of a set of the whole catalogue.</param>
    public Postings(List<int> positions, int words)
    {
        if (positions.Count <= words * 2)
        {
            few = [.. positions];
            return;
        }

        many = new ulong[words];
        foreach (var position in positions) OfferBits.Set(many, position);
    }

    /// <summary>Adds the offers to a set.</summary>
    public void AddTo(Span<ulong> set)
    {
        if (many.Length > 0) OfferBits.Add(set, many);
        foreach (var position in few) OfferBits.Set(set, position);
    }

    /// <summary>Takes the offers out of a set.</summary>
    public void RemoveFrom(Span<ulong> set)
    {
        if (many.Length > 0) OfferBits.Remove(set, many);
        foreach (var position in few) set[position >> 6] &= ~(1UL << position);
    }

    /// <summary>How many of the offers are in a set.</summary>
    public int CountIn(ReadOnlySpan<ulong> set)
    {
        var count = 0;
        for (var word = 0; word < many.Length; word++) count += BitOperations.PopCount(many[word] & set[word]);
        foreach (var position in few) count += (int)(set[position >> 6] >> position & 1);
        return count;
    }

    /// <summary>Makes a set hold the offers that are also in another one.</summary>
    public void FindIn(ReadOnlySpan<ulong> other, Span<ulong> found)
    {
        found.Clear();
        AddTo(found);
        OfferBits.Keep(found, other);
    }
}

/// <summary>Postings by key, while they are gathered and afterwards.</summary>
internal sealed class PostingMap<TKey>
    where TKey : notnull
{
    private readonly Dictionary<TKey, Postings> postings = [];

    /// <summary>Gathers the offers under each of their keys.</summary>
    public PostingMap(ReadOnlySpan<CatalogOffer> offers, int words, Func<CatalogOffer, IEnumerable<TKey>> keysOf)
    {
        var gathered = new Dictionary<TKey, List<int>>();
        for (var position = 0; position < offers.Length; position++)
        {
            foreach (var key in keysOf(offers[position]))
            {
                if (!gathered.TryGetValue(key, out var positions)) gathered.Add(key, positions = []);
                if (positions.Count == 0 || positions[^1] != position) positions.Add(position);
            }
        }

        postings.EnsureCapacity(gathered.Count);
        foreach (var (key, positions) in gathered) postings.Add(key, new Postings(positions, words));
    }

    /// <summary>Offers under a key; null when there is none.</summary>
    public Postings? Find(TKey key) => postings.GetValueOrDefault(key);

    /// <summary>Adds the offers under a key to a set.</summary>
    public void AddTo(Span<ulong> set, TKey key) => Find(key)?.AddTo(set);

    /// <summary>Takes the offers under a key out of a set.</summary>
    public void RemoveFrom(Span<ulong> set, TKey key) => Find(key)?.RemoveFrom(set);
}
