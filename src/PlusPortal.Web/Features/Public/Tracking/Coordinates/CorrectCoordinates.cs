using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Requests;
using PlusPortal.Data.Requests.Followers;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Web.Email;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Telephones;

namespace PlusPortal.Web.Features.Public.Tracking.Coordinates;

/// <summary>Corrects how to reach the person, its address excepted: at once.</summary>
public sealed class CorrectCoordinates(PortalDb db, Announcer announcer, TimeProvider clock)
{
    /// <summary>The page.</summary>
    public async Task<CoordinatesPage> ReadAsync(TrackedRequest tracked, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var contact = await db.OrientationRequests.Where(request => request.Id == tracked.RequestId).Select(request => request.Contact).SingleAsync(ct);
        var waiting = await db.ContactAddressChanges.Where(change => change.RequestId == tracked.RequestId && change.EndedAt == null && change.ExpiresAt > now)
            .OrderByDescending(change => change.AskedAt).Select(change => change.Email).FirstOrDefaultAsync(ct);
        var form = new CoordinatesForm { Name = contact.Name, Phone = Telephone.Shown(contact.Phone), Channel = contact.Channel, Slot = contact.Slot };
        return new CoordinatesPage(tracked.Token, contact.Email, waiting, form, new OtherAddressForm(), CoordinatesForm.MarkOf(contact));
    }

    /// <summary>Corrects, unless somebody did since the page was opened.</summary>
    public Task<Correcting> ExecuteAsync(TrackedRequest tracked, CoordinatesForm form, CancellationToken ct) => db.RetryOnceAsync(async () =>
    {
        var request = await db.OrientationRequests.WithReferrals().SingleAsync(request => request.Id == tracked.RequestId, ct);
        var (before, knowing) = (request.Contact, request.Referrals.Any(referral => referral.Status == ReferralStatus.Accepted));
        var wanted = form.ToCorrection();
        if (CoordinatesForm.MarkOf(wanted) == CoordinatesForm.MarkOf(before)) return Correcting.Same;
        if (form.IsOutdated(CoordinatesForm.MarkOf(before))) return Correcting.Conflict;
        request.CorrectContact(wanted, tracked.By, clock.GetUtcNow());
        await announcer.AnnounceAsync(request, ct);
        await db.SaveChangesAsync(ct);
        return knowing ? Correcting.DoneAndTold : Correcting.Done;
    });
}
