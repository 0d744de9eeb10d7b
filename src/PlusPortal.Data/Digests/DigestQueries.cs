using Microsoft.EntityFrameworkCore;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Actors;
using PlusPortal.Data.Outbox;
using PlusPortal.Data.Requests;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Data.Digests;

/// <summary>What the Monday digest of staff counts.</summary>
public sealed record StaffWeek(int Received, int Closed, int Open, int Urgent, int Unassigned, int Overdue, int WaitingForPlus, int WaitingForStructure, int WaitingForActor, int ByHand, int PendingRevisions, int Reports, int Unverified, int Suspended);

/// <summary>Open requests in one status.</summary>
public sealed record StatusCount(RequestStatus Status, int Count);

/// <summary>Requests for which no actor was found, in one place about one theme.</summary>
/// <param name="Departement">Code of the département.</param>
/// <param name="Theme">Code of the theme; null when the request names none.</param>
/// <param name="Count">How many.</param>
public sealed record GapCount(string Departement, string? Theme, int Count);

/// <summary>What the weekly summary of a partner counts.</summary>
public sealed record PartnerWeek(int ToAnswer, int Accepted, int Due)
{
    /// <summary>Whether there is something to tell.</summary>
    public bool HasSomething => ToAnswer + Accepted + Due > 0;
}

/// <summary>Reads of the digests. Figures alone: no name, no reference.</summary>
public static class DigestQueries
{
    /// <summary>Index by which a week has one digest.</summary>
    public const string OneAWeek = "ux_week_digests_week";

    /// <summary>Most lines of gaps in a digest, the largest.</summary>
    public const int MostGaps = 20;

    extension(PortalDb db)
    {
        /// <summary>Digests that were queued.</summary>
        public DbSet<WeekDigest> WeekDigests => db.Set<WeekDigest>();

        /// <summary>Figures of staff, in one command.</summary>
        /// <param name="since">Begin of the week that is told of.</param>
        /// <param name="today">Paris day.</param>
        /// <param name="ct">Cancellation.</param>
        public Task<StaffWeek> StaffWeekAsync(DateTimeOffset since, DateOnly today, CancellationToken ct)
        {
            var open = new RequestQueueFilter();
            return db.Database.SqlQuery<int>($"select 1 as \"Value\"").Select(_ => new StaffWeek(
                db.OrientationRequests.Count(request => request.SubmittedAt >= since),
                db.OrientationRequests.Count(request => request.ClosedAt >= since),
                db.InQueue(open).Count(),
                db.InQueue(open).Count(request => request.IsUrgent),
                db.InQueue(open).Count(request => request.AssigneeId == null),
                db.InQueue(open).Count(request => request.NextDueOn < today),
                db.InQueue(open).Count(request => request.WaitsFor == WaitsFor.Plus),
                db.InQueue(open).Count(request => request.WaitsFor == WaitsFor.Structure),
                db.InQueue(open).Count(request => request.WaitsFor == WaitsFor.SupportActor),
                db.InQueue(open).Count(RequestQueue.IsByHandPending),
                db.OfferRevisions.Count(revision => revision.State == OfferRevisionState.Pending),
                db.SheetReports.Count(report => report.HandledAt == null),
                db.SupportActors.Public().Count(actor => actor.Verification == VerificationStatuses.NonVerifiee),
                db.SupportOffers.Count(offer => offer.SuspendedFor != null))).SingleAsync(ct);
        }

        /// <summary>Open requests by status.</summary>
        public Task<List<StatusCount>> OpenByStatusAsync(CancellationToken ct) =>
            db.InQueue(new RequestQueueFilter()).GroupBy(request => request.Status).Select(group => new StatusCount(group.Key, group.Count())).ToListAsync(ct);

        /// <summary>Requests of the time for which no actor was found, by département and theme, the most frequent first. A request of three themes counts under each.</summary>
        /// <remarks>SQL because EF sends no grouping over the elements of a list.</remarks>
        public Task<List<GapCount>> GapsAsync(DateTimeOffset since, CancellationToken ct) => db.Database.SqlQuery<GapCount>(
            $"""
            select request.departement, theme, count(*)::int as count
            from orientation_requests request left join lateral unnest(request.themes) as theme on true
            where request.submitted_at >= {since} and {TriageSignals.AucunActeurCompatible} = any (request.signal_codes)
            group by request.departement, theme
            order by count(*) desc, request.departement, theme
            limit {MostGaps}
            """).ToListAsync(ct);

        /// <summary>Figures of one actor for its partners, in one command.</summary>
        public Task<PartnerWeek> PartnerWeekAsync(Guid actorId, DateOnly today, CancellationToken ct) => db.Database.SqlQuery<PartnerWeek>(
            $"""
            select
                (select count(*)::int from referrals where actor_id = {actorId} and status in ('Sent', 'InformationRequested')) as to_answer,
                (select count(*)::int from referrals where actor_id = {actorId} and status = 'Accepted') as accepted,
                (select count(*)::int from support_offers offer join support_actors actor on actor.id = offer.actor_id
                    where offer.actor_id = {actorId} and offer.state in ('Published', 'Suspended')
                        and (coalesce(offer.confirmed_on, greatest((offer.created_at at time zone 'Europe/Paris')::date, actor.verified_on)) + make_interval(months => offer.confirmation_months))::date <= {today}) as due
            """).SingleAsync(ct);

        /// <summary>
        /// Partners who want the weekly summary, whose actor has something to count, and to whom that of the week is not queued yet: the first ones after an identifier.
        /// Nobody of an actor that is unverified.
        /// </summary>
        public IQueryable<PortalUser> PartnersToSummarise(string week, DateOnly today)
        {
            var messages = db.Outbox;
            return db.Users.Where(user => user.SupportActorId != null && !user.IsDisabled && user.Email != null && user.WantsWeeklySummary
                && db.SupportActors.Any(actor => actor.Id == user.SupportActorId && actor.IsActive && actor.Verification != VerificationStatuses.NonVerifiee)
                && !messages.Any(message => message.SubjectId == user.Id && message.Kind == MailKind.PartnerWeek && message.DeduplicationKey.EndsWith(week))
                && (db.Referrals.Any(referral => referral.ActorId == user.SupportActorId && (referral.Status == ReferralStatus.Sent || referral.Status == ReferralStatus.InformationRequested || referral.Status == ReferralStatus.Accepted))
                    || db.SupportOffers.Any(offer => offer.ActorId == user.SupportActorId && (offer.State == OfferState.Published || offer.State == OfferState.Suspended)
                        && (offer.ConfirmedOn == null || offer.ConfirmedOn.Value.AddMonths(offer.ConfirmationMonths) <= today))));
        }
    }
}
