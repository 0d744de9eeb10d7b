using PlusPortal.Domain.Directory;

namespace PlusPortal.Data.Actors;

/// <summary>Whose offers.</summary>
public static class OfferQueries
{
    extension(IQueryable<SupportOffer> offers)
    {
        /// <summary>The offers of this actor, and nobody else's.</summary>
        public IQueryable<SupportOffer> OfferedBy(Guid actorId) => offers.Where(offer => offer.ActorId == actorId);
    }
}
