using System.Collections.Immutable;
using System.Runtime.InteropServices;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Matching.Catalog;
using PlusPortal.Domain.Matching.Indexing;

namespace PlusPortal.Domain.Matching.Search;

/// <summary>Immutable snapshot of the offers that may be proposed: an input of the matcher like any other.</summary>
public sealed class OfferCatalog
{
    /// <summary>Makes a snapshot.</summary>
    /// <param name="offers">Offers in any order; the order never changes a result.</param>
    public OfferCatalog(IEnumerable<CatalogOffer> offers)
    {
        var sorted = offers.ToArray();
        Array.Sort(sorted, OfferIndex.Order);
        Offers = ImmutableCollectionsMarshal.AsImmutableArray(sorted);
        Index = new OfferIndex(Offers);
    }

    private OfferCatalog(ImmutableArray<CatalogOffer> offers, OfferIndex index)
    {
        Offers = offers;
        Index = index;
    }

    /// <summary>Offers of the snapshot, by name of their actor.</summary>
    public ImmutableArray<CatalogOffer> Offers { get; }

    /// <summary>How the matcher finds offers without looking at each.</summary>
    internal OfferIndex Index { get; }

    /// <summary>A catalogue without any offer.</summary>
    public static OfferCatalog Empty { get; } = new([]);

    /// <summary>The next snapshot, which equals one made in full and shares with this one all that did not change: this one stays as it is for who reads it.</summary>
    /// <param name="gone">Offers of this snapshot that leave it, those that changed among them.</param>
    /// <param name="come">Offers that come, those that changed among them.</param>
    public OfferCatalog Next(IEnumerable<CatalogOffer> gone, IEnumerable<CatalogOffer> come)
    {
        var edit = new CatalogEdit(Offers, gone, come);
        return new OfferCatalog(edit.Offers, Index.Next(edit));
    }

    /// <summary>Takes a snapshot of actors loaded with their offers. Inactive and sample actors, and offers that are not public, stay out: nobody outside may learn of them.</summary>
    /// <param name="actors">Actors with their offers.</param>
    /// <param name="histories">What happened before, by offer; nothing when null.</param>
    public static OfferCatalog From(IEnumerable<SupportActor> actors, IReadOnlyDictionary<Guid, OfferHistory>? histories = null)
    {
        var shared = new SharedParts();
        return new(
            from actor in actors
            where actor.IsMatched
            from offer in actor.Offers
            where SupportOffer.PublicStates.Contains(offer.State)
            select CatalogOffer.Of(actor, offer, shared).WithHistory(histories?.GetValueOrDefault(offer.Id) ?? OfferHistory.None));
    }
}
