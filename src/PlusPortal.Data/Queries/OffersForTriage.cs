using Microsoft.EntityFrameworkCore;
using PlusPortal.Domain.Directory;

namespace PlusPortal.Data.Queries;

/// <summary>A published offer that staff found by name.</summary>
public sealed record FoundOffer(Guid OfferId, Guid ActorId, string ActorName, string Title, int Revision);

/// <summary>Reads of offers for the triage.</summary>
public static class OffersForTriage
{
    /// <summary>Results of a search at most.</summary>
    public const int MaxResults = 20;

    extension(PortalDb db)
    {
        /// <summary>Published offers of active actors whose name or title holds the text.</summary>
        public async Task<IReadOnlyList<FoundOffer>> FindPublishedOffersAsync(string text, CancellationToken ct)
        {
            var pattern = SearchPattern.Of(text.Replace("\0", "").Trim());

            // SQL, because the content of an offer is one JSON value to EF.
            var offers = db.SupportOffers.FromSql(
                $"""
                select o.*, o.xmin from support_offers o join support_actors a on a.id = o.actor_id
                where translate(lower(concat_ws(' ', a.name, o.content->>'title')), {SearchPattern.Accented}, {SearchPattern.Plain}) like {pattern}
                """);
            var found = await offers.AsNoTracking().Where(offer => offer.State == OfferState.Published && offer.Actor!.IsActive)
                .OrderBy(offer => offer.Actor!.Name).ThenBy(offer => offer.Id).Take(MaxResults)
                .Select(offer => new { offer.Id, offer.ActorId, ActorName = offer.Actor!.Name, offer.Content, offer.Revision }).ToListAsync(ct);
            return [.. found.Select(offer => new FoundOffer(offer.Id, offer.ActorId, offer.ActorName, offer.Content.Title, offer.Revision))];
        }

        /// <summary>Published offers of active actors among those.</summary>
        public async Task<IReadOnlyList<FoundOffer>> PublishedOffersAsync(IReadOnlyCollection<Guid> offerIds, CancellationToken ct)
        {
            var found = await db.SupportOffers.AsNoTracking()
                .Where(offer => offerIds.Contains(offer.Id) && offer.State == OfferState.Published && offer.Actor!.IsActive)
                .Select(offer => new { offer.Id, offer.ActorId, ActorName = offer.Actor!.Name, offer.Content, offer.Revision }).ToListAsync(ct);
            return [.. found.Select(offer => new FoundOffer(offer.Id, offer.ActorId, offer.ActorName, offer.Content.Title, offer.Revision))];
        }

        /// <summary>
        /// The offers as they stand, with their actors, held until the end of the transaction: nobody suspends one between this read and the
        /// sending that relies on it.
        /// </summary>
        public async Task<Dictionary<Guid, SupportOffer>> HoldOffersAsync(Guid[] offerIds, CancellationToken ct) =>
            await db.SupportOffers.FromSql($"select o.*, o.xmin from support_offers o where o.id = any({offerIds}) order by o.id for share")
                .Include(offer => offer.Actor).AsNoTracking().ToDictionaryAsync(offer => offer.Id, ct);
    }
}
