using Microsoft.EntityFrameworkCore;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Clock;
using PlusPortal.Domain.Requests.Rulebook;

namespace PlusPortal.Data.Requests;

/// <summary>A request at which the clock has to look.</summary>
/// <param name="At">Since when, UTC.</param>
/// <param name="RequestId">The request.</param>
public sealed record ClockCursor(DateTimeOffset At, Guid RequestId);

/// <summary>A step that the clock did or left, with what it was about.</summary>
/// <param name="Record">The step.</param>
/// <param name="Reference">Its request.</param>
/// <param name="ActorName">The actor of its referral; null when it is about the request itself.</param>
public sealed record ClockLine(ClockRecord Record, string Reference, string? ActorName);

/// <summary>At which requests the clock has to look.</summary>
public static class ClockQueries
{
    extension(PortalDb db)
    {
        /// <summary>The next ones, those that have waited longest first.</summary>
        public Task<List<ClockCursor>> ClocksDueAsync(DateTimeOffset now, ClockCursor? after, int size, CancellationToken ct)
        {
            var due = db.OrientationRequests.Where(request => request.ClockAt <= now);
            if (after is { } last) due = due.Where(request => request.ClockAt > last.At || (request.ClockAt == last.At && request.Id > last.RequestId));
            return due.OrderBy(request => request.ClockAt).ThenBy(request => request.Id).Take(size).Select(request => new ClockCursor(request.ClockAt!.Value, request.Id)).ToListAsync(ct);
        }

        /// <summary>The clock looks at every open request again at its next run, since days are counted otherwise from now on.</summary>
        public Task<int> LookAtAllClocksAsync(DateTimeOffset now, CancellationToken ct) => db.OrientationRequests
            .Where(request => request.ClockAt > now && request.Status != RequestStatus.Closed)
            .ExecuteUpdateAsync(set => set.SetProperty(request => request.ClockAt, (DateTimeOffset?)now), ct);

        /// <summary>Requests at which the clock looks first, up to an instant, with what it needs.</summary>
        public Task<List<OrientationRequest>> ClocksUntilAsync(DateTimeOffset until, int size, CancellationToken ct) =>
            db.OrientationRequests.AsNoTracking().Where(request => request.ClockAt <= until).OrderBy(request => request.ClockAt).ThenBy(request => request.Id).Take(size)
                .WithReferrals().Include(request => request.ClockRecords).AsSplitQuery().ToListAsync(ct);

        /// <summary>What the clock did or left, the newest first.</summary>
        public Task<List<ClockLine>> ClockLinesAsync(ClockOutcome? outcome, ClockStep? step, ListCursor? after, int size, CancellationToken ct)
        {
            var records = db.Set<ClockRecord>().AsNoTracking();
            if (outcome is not null) records = records.Where(record => record.Outcome == outcome);
            if (step is not null) records = records.Where(record => record.Step == step);
            if (after is { Instant: { } at, Id: var id }) records = records.Where(record => record.At < at || (record.At == at && record.Id < id));
            return (from record in records.OrderByDescending(record => record.At).ThenByDescending(record => record.Id).Take(size)
                    join request in db.OrientationRequests on record.RequestId equals request.Id
                    join referral in db.Referrals on record.ReferralId equals (Guid?)referral.Id into referrals
                    from referral in referrals.DefaultIfEmpty()
                    join actor in db.SupportActors on referral!.ActorId equals actor.Id into actors
                    from actor in actors.DefaultIfEmpty()
                    orderby record.At descending, record.Id descending
                    select new ClockLine(record, request.Reference, actor!.Name)).ToListAsync(ct);
        }
    }
}
