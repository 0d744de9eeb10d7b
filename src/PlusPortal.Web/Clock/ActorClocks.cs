using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Actors.Absences;
using PlusPortal.Data.Requests;
using PlusPortal.Domain.Requests.Deadlines;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Web.Profile;

namespace PlusPortal.Web.Clock;

/// <summary>An actor announced or ended an absence, or moved its office: what it was sent is counted anew, with as many working days left as before.</summary>
public sealed class ActorClocks(PortalDb db, CurrentProfile profile, TimeProvider clock)
{
    private const int BatchSize = 100;

    /// <summary>Counts anew, in batches, after the change is saved.</summary>
    public async Task CountAnewAsync(Guid actorId, CancellationToken ct)
    {
        var today = await profile.TodayAsync(ct);
        if (!(await db.CalendarsOfAsync([actorId], today, ct)).TryGetValue(actorId, out var calendar)) return;
        var last = Guid.Empty;
        while (await db.RetryOnceAsync(() => CountBatchAsync(actorId, calendar, last, today, ct)) is { } counted) last = counted;
    }

    private async Task<Guid?> CountBatchAsync(Guid actorId, ActorCalendar calendar, Guid after, PlusDay today, CancellationToken ct)
    {
        var requests = await db.OrientationRequests.WithReferrals()
            .Where(request => request.Id > after && request.Status != RequestStatus.Closed && request.Referrals.Any(referral => referral.ActorId == actorId && referral.ClockStartedOn != null))
            .OrderBy(request => request.Id).Take(BatchSize).ToListAsync(ct);
        foreach (var request in requests) request.CountActorWith(actorId, calendar, clock.GetUtcNow(), today);
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        return requests.Count == 0 ? null : requests[^1].Id;
    }
}
