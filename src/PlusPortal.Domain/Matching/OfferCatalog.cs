using System.Collections.Immutable;
using PlusPortal.Domain.Directory;

namespace PlusPortal.Domain.Matching;

/// <summary>Immutable snapshot of the offers that may be proposed: an input of the matcher like any other.</summary>
/// <param name="offers">Offers in any order; the order never changes a result.</param>
public sealed class OfferCatalog(IEnumerable<CatalogOffer> offers)
{
    /// <summary>A catalogue without any offer.</summary>
    public static OfferCatalog Empty { get; } = new([]);

    /// <summary>Offers of the snapshot.</summary>
    public ImmutableArray<CatalogOffer> Offers { get; } = [.. offers];

    /// <summary>Takes a snapshot of actors loaded with their offers. Inactive and sample actors, and offers that are not public, stay out: nobody outside may learn of them.</summary>
    public static OfferCatalog From(IEnumerable<SupportActor> actors) => new(
        from actor in actors
        where actor.IsMatched
        from offer in actor.Offers
        where IsPublic(offer.State)
        select new CatalogOffer(new CatalogOfferSource
        {
            ActorId = actor.Id,
            ActorName = actor.Name,
            ActorKind = actor.Kind,
            Circle = actor.Circle,
            Verification = actor.Verification,
            OfferId = offer.Id,
            Revision = offer.Revision,
            Content = offer.Content,
            State = offer.State,
            Capacity = offer.Capacity,
            CapacityUntil = offer.CapacityUntil,
            ConfirmedOn = offer.ConfirmedOn,
        }));

    /// <summary>Whether the public may know of an offer in this state: published, or suspended (named, never proposed).</summary>
    public static bool IsPublic(OfferState state) => state is OfferState.Published or OfferState.Suspended;
}
