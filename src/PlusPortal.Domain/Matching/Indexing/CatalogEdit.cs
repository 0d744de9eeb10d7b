using System.Collections.Immutable;
using System.Runtime.InteropServices;
using PlusPortal.Domain.Matching.Catalog;

namespace PlusPortal.Domain.Matching.Indexing;

/// <summary>What separates a catalogue from the next one: some offers left, some came; one that changed did both.</summary>
internal sealed class CatalogEdit
{
    /// <summary>Place that an offer which left has in the next catalogue.</summary>
    public const int Nowhere = -1;

    private readonly int[] places;

    /// <summary>Puts the offers of the next catalogue in order.</summary>
    /// <param name="former">Offers of the former catalogue, in order.</param>
    /// <param name="gone">Those of them that leave.</param>
    /// <param name="come">Those that come.</param>
    public CatalogEdit(ImmutableArray<CatalogOffer> former, IEnumerable<CatalogOffer> gone, IEnumerable<CatalogOffer> come)
    {
        Former = former;
        Gone = [.. gone.Select(PlaceOf).Where(place => place >= 0).Order()];
        var coming = come.ToArray();
        Array.Sort(coming, OfferIndex.Order);

        places = new int[former.Length];
        var next = new CatalogOffer[former.Length - Gone.Length + coming.Length];
        Come = new int[coming.Length];
        var before = Array.ConvertAll(coming, FirstFrom);
        int to = 0, left = 0, came = 0;
        for (var from = 0; from <= former.Length; from++)
        {
            for (; came < coming.Length && before[came] == from; came++, to++) (Come[came], next[to]) = (to, coming[came]);
            if (from == former.Length) break;
            if (left < Gone.Length && Gone[left] == from)
            {
                left++;
                places[from] = Nowhere;
                continue;
            }

            places[from] = to;
            next[to++] = former[from];
        }

        Offers = ImmutableCollectionsMarshal.AsImmutableArray(next);
        KeepsPlaces = Gone.AsSpan().SequenceEqual(Come);
    }

    /// <summary>Offers of the former catalogue.</summary>
    public ImmutableArray<CatalogOffer> Former { get; }

    /// <summary>Offers of the next catalogue, in order.</summary>
    public ImmutableArray<CatalogOffer> Offers { get; }

    /// <summary>Positions, in the former catalogue, of the offers that left; ascending.</summary>
    public int[] Gone { get; }

    /// <summary>Positions, in the next catalogue, of the offers that came; ascending.</summary>
    public int[] Come { get; }

    /// <summary>Whether each offer that came took the place of one that left, so that no other offer moved.</summary>
    public bool KeepsPlaces { get; }

    /// <summary>Position in the next catalogue of what had a position in the former, or <see cref="Nowhere"/>. The order of what stays is kept.</summary>
    public int Moved(int position) => places[position];

    private int PlaceOf(CatalogOffer offer)
    {
        var place = FirstFrom(offer);
        return place < Former.Length && Former[place].OfferId == offer.OfferId ? place : Nowhere;
    }

    /// <summary>First position of the former catalogue whose offer does not come before this one.</summary>
    private int FirstFrom(CatalogOffer offer)
    {
        int low = 0, high = Former.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (OfferIndex.Order(Former[middle], offer) < 0) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
