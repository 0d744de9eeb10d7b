using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Outbox;
using PlusPortal.Data.Requests;
using PlusPortal.Data.Requests.Followers;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Web.Email;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Links;
using PlusPortal.Web.Security.Limits;

namespace PlusPortal.Web.Features.Public.LostLink;

/// <summary>
/// Queues a new link to each request of an address: one mail each, the last requests first. As many rows are written whatever
/// is known: those that stand for nothing are taken away again, and all of them when nothing is known; neither end of the
/// transaction waits for the disk. The time of the answer tells nothing. What a crash of the database within that moment
/// would lose is a link that one asks for again.
/// </summary>
public sealed class SendNewLink(PortalDb db, Announcer announcer, MailCap cap, TimeProvider clock)
{
    /// <summary>Links sent for one request to one person in an hour, whoever asks.</summary>
    public const int MaxPerHour = 3;

    /// <summary>Requests of one address to which links are sent at once, the last ones.</summary>
    public const int MaxRequests = 5;

    /// <summary>Runs it.</summary>
    public async Task ExecuteAsync(LostLinkForm form, CancellationToken ct)
    {
        var email = form.Email!.Trim();
        var now = clock.GetUtcNow();
        var found = await FindAsync(email, RequestReference.Read(form.Reference, now.ParisDay.Year), now, ct);
        var mayLeave = (await cap.CountAsync(MailCause.LostLink, found.Count > 0 ? email : null, ct)).Passes && found.Count > 0;
        List<Lost> nobody = [.. Enumerable.Range(0, MaxRequests - found.Count).Select(_ => new Lost(Guid.CreateVersion7(now), null))];

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.DoNotAwaitDiskAsync(ct);
        foreach (var (requestId, followerId) in found.Concat(nobody)) announcer.Announce(Occasion.TrackingLinkAsked, requestId, Guid.CreateVersion7(now).ToString("N"), followerId: followerId);
        await db.SaveChangesAsync(ct);
        var madeUp = nobody.Select(lost => lost.RequestId).ToList();
        await db.Outbox.Where(message => madeUp.Contains(message.SubjectId)).ExecuteDeleteAsync(ct);
        if (mayLeave) await transaction.CommitAsync(ct);
        else await transaction.RollbackAsync(ct);
    }

    /// <summary>Requests of the address that still have a page, and those that it follows on invitation; fewer than so many links of the hour left for each.</summary>
    private async Task<List<Lost>> FindAsync(string email, IReadOnlyList<RequestReference> references, DateTimeOffset now, CancellationToken ct)
    {
        var typed = references.Select(reference => reference.Value).ToList();
        var any = typed.Count == 0;
        var messages = db.Outbox;
        var (hourAgo, pageSince) = (now.AddHours(-1), now.AddMonths(-LinkIssuer.MonthsAfterClosing).AddDays(-LinkIssuer.GraceDays));
        var own = db.OrientationRequests.From(email)
            .Where(request => request.AnonymisedAt == null && (any ? request.ClosedAt == null || request.ClosedAt > pageSince : typed.Contains(request.Reference)))
            .Select(request => new { request.Id, FollowerId = (Guid?)null, request.SubmittedAt });
        var followed = db.RequestFollowers.Following().At(email)
            .Join(db.OrientationRequests, follower => follower.RequestId, request => request.Id, (follower, request) => new { Follower = follower, Request = request })
            .Where(both => both.Request.AnonymisedAt == null && (any ? both.Request.ClosedAt == null || both.Request.ClosedAt > pageSince : typed.Contains(both.Request.Reference)))
            .Select(both => new { both.Request.Id, FollowerId = (Guid?)both.Follower.Id, both.Request.SubmittedAt });
        return await own.Concat(followed)
            .Where(lost => messages.Count(message => message.SubjectId == lost.Id && message.FollowerId == lost.FollowerId && message.Kind == MailKind.NewTrackingLink && message.CreatedAt > hourAgo) < MaxPerHour)
            .OrderByDescending(lost => lost.SubmittedAt).ThenByDescending(lost => lost.Id).Take(MaxRequests)
            .Select(lost => new Lost(lost.Id, lost.FollowerId)).ToListAsync(ct);
    }

    private sealed record Lost(Guid RequestId, Guid? FollowerId);
}
