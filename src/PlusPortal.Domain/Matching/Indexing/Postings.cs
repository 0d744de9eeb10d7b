using System.Numerics;
using PlusPortal.Domain.Matching.Reading;

namespace PlusPortal.Domain.Matching.Indexing;

/// <summary>Offers that share something: their positions when they are few, one bit an offer when that is shorter.</summary>
internal sealed class Postings
{
    private readonly int[] few = [];
    private readonly ulong[] many = [];

    /// <summary>Keeps the positions.</summary>
    /// <param name="positions">Positions in the catalogue, ascending, none twice.</param>
    /// <param name="words">Words of a set of the whole catalogue.</param>
    public Postings(List<int> positions, int words)
    {
        Count = positions.Count;
        First = positions.Count == 0 ? 0 : positions[0];
        if (positions.Count <= words * 2)
        {
            few = [.. positions];
            return;
        }

        many = new ulong[words];
        foreach (var position in positions) OfferBits.Set(many, position);
    }

    /// <summary>How many offers there are.</summary>
    public int Count { get; }

    /// <summary>Position of the first offer.</summary>
    public int First { get; }

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

    /// <summary>The same in the next catalogue.</summary>
    /// <param name="edit">What changed.</param>
    /// <param name="come">Positions of the offers that come, ascending.</param>
    /// <param name="words">Words of a set of the next catalogue.</param>
    public Postings Next(CatalogEdit edit, List<int> come, int words)
    {
        var positions = new List<int>(Count + come.Count);
        var came = 0;
        if (many.Length > 0)
        {
            foreach (var position in OfferBits.Members(many)) Move(edit.Moved(position));
        }

        foreach (var position in few) Move(edit.Moved(position));
        for (; came < come.Count; came++) positions.Add(come[came]);
        return new Postings(positions, words);

        void Move(int position)
        {
            if (position == CatalogEdit.Nowhere) return;
            for (; came < come.Count && come[came] < position; came++) positions.Add(come[came]);
            positions.Add(position);
        }
    }
}
