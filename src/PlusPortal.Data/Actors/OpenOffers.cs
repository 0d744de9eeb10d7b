using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Texts;

namespace PlusPortal.Data.Actors;

/// <summary>A published offer that staff found by name.</summary>
public sealed record FoundOffer(Guid OfferId, Guid ActorId, string ActorName, string Title, int Revision);

/// <summary>The offers to which staff may send a request: published, of active actors, samples included.</summary>
public static class OpenOffers
{
    /// <summary>Results of a search at most.</summary>
    public const int MaxResults = 20;

    private static readonly Expression<Func<SupportOffer, bool>> IsOpen = offer => offer.State == OfferState.Published && offer.Actor!.IsActive;

    extension(PortalDb db)
    {
        /// <summary>Those whose title or actor's name holds the text; nothing typed finds nothing.</summary>
        public async Task<IReadOnlyList<FoundOffer>> FindPublishedOffersAsync(string text, CancellationToken ct)
        {
            var sought = Folding.Fold(text);
            if (sought.Length == 0) return [];
            var pattern = $"%{sought}%";

            // SQL, because the content of an offer is one JSON value to EF. What is folded holds no % nor _.
            var offers = db.SupportOffers.FromSql(
                $"""
                select o.*, o.xmin from support_offers o join support_actors a on a.id = o.actor_id
                where a.folded_name || ' ' || o.folded_title like {pattern}
                """);
            return await ReadAsync(offers.Where(IsOpen).OrderBy(offer => offer.Actor!.Name).ThenBy(offer => offer.Id).Take(MaxResults), ct);
        }

        /// <summary>Those among these.</summary>
        public Task<IReadOnlyList<FoundOffer>> PublishedOffersAsync(IReadOnlyCollection<Guid> offerIds, CancellationToken ct) =>
            ReadAsync(db.SupportOffers.Where(IsOpen).Where(offer => offerIds.Contains(offer.Id)), ct);

        /// <summary>
        /// The offers as they stand, with their actors, held until the end of the transaction: nobody suspends one between this read and the
        /// sending that relies on it.
        /// </summary>
        public async Task<Dictionary<Guid, SupportOffer>> HoldOffersAsync(Guid[] offerIds, CancellationToken ct) =>
            await db.SupportOffers.FromSql($"select o.*, o.xmin from support_offers o where o.id = any({offerIds}) order by o.id for share")
                .Include(offer => offer.Actor).AsNoTracking().ToDictionaryAsync(offer => offer.Id, ct);
    }

    private static async Task<IReadOnlyList<FoundOffer>> ReadAsync(IQueryable<SupportOffer> offers, CancellationToken ct)
    {
        var found = await offers.AsNoTracking()
            .Select(offer => new { offer.Id, offer.ActorId, ActorName = offer.Actor!.Name, offer.Content, offer.Revision }).ToListAsync(ct);
        return [.. found.Select(offer => new FoundOffer(offer.Id, offer.ActorId, offer.ActorName, offer.Content.Title, offer.Revision))];
    }
}
