using Microsoft.EntityFrameworkCore;
using PlusPortal.Data.Actors;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Matching.Catalog;
using PlusPortal.Domain.Matching.Search;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Data.Matching;

/// <summary>State of the directory: when it differs, somebody changed an actor or an offer.</summary>
/// <param name="Rows">How many actors and offers there are.</param>
/// <param name="Writes">Sum of the row versions.</param>
public sealed record CatalogVersion(long Rows, decimal Writes);

/// <summary>How the referrals to one offer were answered.</summary>
/// <param name="NamedFor">For each actor that named its actor better placed, the themes of the requests, with a blank between them.</param>
internal sealed record AnsweredOffer(Guid OfferId, int Accepted, int NotFitting, int NamedBetter, string[]? NamedFor);

/// <summary>Reads of the matcher's snapshot.</summary>
public static class CatalogQueries
{
    /// <summary>Changed actors or offers that are read apart; beyond, everything is read again.</summary>
    private const int MostReadApart = 2_000;

    extension(PortalDb db)
    {
        /// <summary>Snapshot of what may be proposed: three SQL commands (actors, their offers, what happened before), whatever the size of the directory.</summary>
        public async Task<OfferCatalog> LoadCatalogAsync(CancellationToken ct)
        {
            var actors = await db.SupportActors
                .AsNoTracking()
                .Public()
                .Include(actor => actor.Offers.Where(offer => SupportOffer.PublicStates.Contains(offer.State)))
                .OrderBy(actor => actor.Id)
                .ToListAsync(ct);
            return OfferCatalog.From(actors, await db.LoadHistoriesAsync(null, ct));
        }

        /// <summary>How the referrals to each offer were answered; offers that nobody was sent to are left out. A better placed actor is named as such: all its offers are credited.</summary>
        /// <param name="actorIds">Actors whose offers are meant; all when null.</param>
        /// <param name="ct">Cancellation.</param>
        private async Task<Dictionary<Guid, OfferHistory>> LoadHistoriesAsync(Guid[]? actorIds, CancellationToken ct)
        {
            string[] accepted = [nameof(ReferralStatus.Accepted), nameof(ReferralStatus.Completed)];
            string[] notFitting =
            [
                DeclineReasons.HorsCompetence, DeclineReasons.HorsTerritoire, DeclineReasons.FormeNonEligible, DeclineReasons.TailleNonEligible,
                DeclineReasons.EtapeNonEligible, DeclineReasons.MeilleurInterlocuteur,
            ];

            // SQL by hand because EF would send one command for the offers and another for the actors named.
            var isAll = actorIds is null;
            actorIds ??= [];
            var rows = await db.Database.SqlQuery<AnsweredOffer>(
                $"""
                with answered as (
                    select offer_id,
                           count(*) filter (where status = any ({accepted}))::int as accepted,
                           count(*) filter (where decline_reason = any ({notFitting}))::int as not_fitting
                    from referrals
                    where {isAll} or offer_id in (select id from support_offers where actor_id = any ({actorIds}))
                    group by offer_id),
                named as (
                    select better_actor_id as actor_id, count(*)::int as times
                    from referrals
                    where better_actor_id is not null and ({isAll} or better_actor_id = any ({actorIds}))
                    group by better_actor_id),
                named_by as (
                    select referral.better_actor_id as actor_id, string_agg(distinct theme, ' ' order by theme) as themes
                    from referrals referral
                    join orientation_requests request on request.id = referral.request_id
                    cross join lateral unnest(request.themes) as theme
                    where referral.better_actor_id is not null and referral.better_actor_id <> referral.actor_id and ({isAll} or referral.better_actor_id = any ({actorIds}))
                    group by referral.better_actor_id, referral.actor_id),
                named_for as (
                    select actor_id, array_agg(themes order by themes) as themes from named_by group by actor_id)
                select offer.id as offer_id, coalesce(answered.accepted, 0) as accepted, coalesce(answered.not_fitting, 0) as not_fitting, coalesce(named.times, 0) as named_better, named_for.themes as named_for
                from support_offers offer
                left join answered on answered.offer_id = offer.id
                left join named on named.actor_id = offer.actor_id
                left join named_for on named_for.actor_id = offer.actor_id
                where (answered.offer_id is not null or named.actor_id is not null) and ({isAll} or offer.actor_id = any ({actorIds}))
                """).ToListAsync(ct);
            return rows.ToDictionary(row => row.OfferId, row => new OfferHistory(row.Accepted, row.NotFitting, row.NamedBetter) { NamedFor = BetterPlaced.By((row.NamedFor ?? []).Select(themes => themes.Split(' '))) });
        }

        /// <summary>The next snapshot when nobody told what changed: the versions of all rows are compared with those that were copied, and what differs is read.</summary>
        public async Task<OfferCatalog> LoadNextCatalogAsync(OfferCatalog former, CancellationToken ct)
        {
            var rows = await db.SupportOffers.Public()
                .Select(offer => new { offer.Id, Versions = new RowVersions(offer.Version, offer.Actor!.Version) })
                .ToDictionaryAsync(row => row.Id, row => row.Versions, ct);
            var stale = former.Offers.Where(offer => !rows.TryGetValue(offer.OfferId, out var versions) || versions != offer.Versions).ToList();
            var changed = rows.Keys.Except(former.Offers.Select(offer => offer.OfferId)).Concat(stale.Select(offer => offer.OfferId).Where(rows.ContainsKey)).ToList();
            if (changed.Count > MostReadApart) return await db.LoadCatalogAsync(ct);

            var read = changed.Count == 0 ? [] : await db.SupportOffers.AsNoTracking().Include(offer => offer.Actor).Public().Where(offer => changed.Contains(offer.Id)).ToListAsync(ct);
            var histories = await db.LoadHistoriesAsync(null, ct);
            var answered = former.Offers.Except(stale).Where(offer => HistoryOf(offer.OfferId, histories) != offer.History).ToList();
            return stale.Count + read.Count + answered.Count == 0
                ? former
                : former.Next(stale.Concat(answered), read.Select(offer => Copy(offer, histories)).Concat(answered.Select(offer => offer.WithHistory(HistoryOf(offer.OfferId, histories)))));
        }

        /// <summary>The next snapshot when only these actors or their offers changed: nothing else is read.</summary>
        public async Task<OfferCatalog> LoadNextCatalogAsync(OfferCatalog former, IReadOnlyCollection<Guid> actorIds, CancellationToken ct)
        {
            if (actorIds.Count > MostReadApart) return await db.LoadNextCatalogAsync(former, ct);
            Guid[] changed = [.. actorIds];
            var read = await db.SupportOffers.AsNoTracking().Include(offer => offer.Actor).Public().Where(offer => changed.Contains(offer.ActorId)).ToListAsync(ct);
            var histories = await db.LoadHistoriesAsync(changed, ct);
            return former.Next(former.Offers.Where(offer => changed.Contains(offer.ActorId)), read.Select(offer => Copy(offer, histories)));
        }

        /// <summary>Version of the directory. SQL by hand because EF cannot sum <c>xmin</c>: unlike a last date of change, it also moves when a slow transaction commits after a quick one.</summary>
        public Task<CatalogVersion> ReadCatalogVersionAsync(CancellationToken ct) => db.Database.SqlQuery<CatalogVersion>(
            $"""
            select count(*) as rows, coalesce(sum(version), 0) as writes
            from (select xmin::text::numeric as version from support_actors union all select xmin::text::numeric from support_offers) as directory
            """).SingleAsync(ct);
    }

    private static CatalogOffer Copy(SupportOffer offer, Dictionary<Guid, OfferHistory> histories) => CatalogOffer.Of(offer.Actor!, offer).WithHistory(HistoryOf(offer.Id, histories));

    private static OfferHistory HistoryOf(Guid offerId, Dictionary<Guid, OfferHistory> histories) => histories.GetValueOrDefault(offerId) ?? OfferHistory.None;
}
