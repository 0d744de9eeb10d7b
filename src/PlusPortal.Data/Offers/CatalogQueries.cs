using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Data.Offers;

/// <summary>State of the directory: when it differs, somebody changed an actor or an offer.</summary>
/// <param name="Rows">How many actors and offers there are.</param>
/// <param name="Writes">Sum of the row versions.</param>
public sealed record CatalogVersion(long Rows, decimal Writes);

/// <summary>Row versions of an offer and of its actor: equal ones mean equal contents.</summary>
public readonly record struct CatalogRow(Guid OfferId, uint OfferVersion, uint ActorVersion);

/// <summary>A catalogue with the versions of the rows that it was made from, so that the next one reads only what changed.</summary>
/// <param name="Catalog">The catalogue.</param>
/// <param name="Rows">Versions, read before the contents: what changed in between is read again next time, never missed.</param>
public sealed record CatalogSnapshot(OfferCatalog Catalog, IReadOnlyDictionary<Guid, CatalogRow> Rows);

/// <summary>How the referrals to one offer were answered.</summary>
internal sealed record AnsweredOffer(Guid OfferId, int Accepted, int NotFitting, int NamedBetter);

/// <summary>Reads of the matcher's snapshot.</summary>
public static class CatalogQueries
{
    /// <summary>Changed offers that are read by their identifiers; beyond, everything is read again.</summary>
    private const int MostReadApart = 2_000;

    private static readonly Expression<Func<SupportOffer, bool>> IsMatched = offer =>
        (offer.State == OfferState.Published || offer.State == OfferState.Suspended) && offer.Actor!.IsActive && !offer.Actor.IsSample;

    extension(PortalDb db)
    {
        /// <summary>Snapshot of what may be proposed: three SQL commands (actors, their offers, what happened before), whatever the size of the directory.</summary>
        public async Task<OfferCatalog> LoadCatalogAsync(CancellationToken ct)
        {
            var actors = await db.SupportActors
                .AsNoTracking()
                .Where(actor => actor.IsActive && !actor.IsSample)
                .Include(actor => actor.Offers.Where(offer => offer.State == OfferState.Published || offer.State == OfferState.Suspended))
                .OrderBy(actor => actor.Id)
                .ToListAsync(ct);
            return OfferCatalog.From(actors, await db.LoadHistoriesAsync(ct));
        }

        /// <summary>How the referrals to each offer were answered; offers that nobody was sent to are left out. A better placed actor is named as such: all its offers are credited.</summary>
        private async Task<Dictionary<Guid, OfferHistory>> LoadHistoriesAsync(CancellationToken ct)
        {
            string[] accepted = [nameof(ReferralStatus.Accepted), nameof(ReferralStatus.Completed)];
            string[] notFitting =
            [
                DeclineReasons.HorsCompetence, DeclineReasons.HorsTerritoire, DeclineReasons.FormeNonEligible, DeclineReasons.TailleNonEligible,
                DeclineReasons.EtapeNonEligible, DeclineReasons.MeilleurInterlocuteur,
            ];

            // SQL by hand because EF would send one command for the offers and another for the actors named.
            var rows = await db.Database.SqlQuery<AnsweredOffer>(
                $"""
                with answered as (
                    select offer_id,
                           count(*) filter (where status = any ({accepted}))::int as accepted,
                           count(*) filter (where decline_reason = any ({notFitting}))::int as not_fitting
                    from referrals group by offer_id),
                named as (select better_actor_id as actor_id, count(*)::int as times from referrals where better_actor_id is not null group by better_actor_id)
                select offer.id as offer_id, coalesce(answered.accepted, 0) as accepted, coalesce(answered.not_fitting, 0) as not_fitting, coalesce(named.times, 0) as named_better
                from support_offers offer
                left join answered on answered.offer_id = offer.id
                left join named on named.actor_id = offer.actor_id
                where answered.offer_id is not null or named.actor_id is not null
                """).ToListAsync(ct);
            return rows.ToDictionary(row => row.OfferId, row => new OfferHistory(row.Accepted, row.NotFitting, row.NamedBetter));
        }

        /// <summary>The next snapshot: offers of the former one are kept as long as neither they nor their actor changed.</summary>
        public async Task<CatalogSnapshot> LoadCatalogSnapshotAsync(CatalogSnapshot? former, CancellationToken ct)
        {
            var rows = await db.SupportOffers.Where(IsMatched).Select(offer => new CatalogRow(offer.Id, offer.Version, offer.Actor!.Version)).ToDictionaryAsync(row => row.OfferId, ct);
            if (former is null) return new CatalogSnapshot(await db.LoadCatalogAsync(ct), rows);

            var kept = former.Catalog.Offers
                .Where(offer => rows.TryGetValue(offer.OfferId, out var row) && former.Rows.TryGetValue(offer.OfferId, out var known) && row == known)
                .ToList();
            var changed = rows.Keys.Except(kept.Select(offer => offer.OfferId)).ToList();
            if (changed.Count > MostReadApart) return new CatalogSnapshot(await db.LoadCatalogAsync(ct), rows);

            var read = await db.SupportOffers.AsNoTracking().Include(offer => offer.Actor).Where(IsMatched).Where(offer => changed.Contains(offer.Id)).ToListAsync(ct);
            var histories = await db.LoadHistoriesAsync(ct);
            var offers = kept.Concat(read.Select(offer => CatalogOffer.Of(offer.Actor!, offer)));
            return new CatalogSnapshot(new OfferCatalog(offers.Select(offer => offer.WithHistory(histories.GetValueOrDefault(offer.OfferId) ?? OfferHistory.None))), rows);
        }

        /// <summary>Version of the directory. SQL by hand because EF cannot sum <c>xmin</c>: unlike a last date of change, it also moves when a slow transaction commits after a quick one.</summary>
        public Task<CatalogVersion> ReadCatalogVersionAsync(CancellationToken ct) => db.Database.SqlQuery<CatalogVersion>(
            $"""
            select count(*) as rows, coalesce(sum(version), 0) as writes
            from (select xmin::text::numeric as version from support_actors union all select xmin::text::numeric from support_offers) as directory
            """).SingleAsync(ct);
    }
}
