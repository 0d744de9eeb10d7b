using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Outbox;
using PlusPortal.Data.Requests.Followers;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Clock;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Requests.Timelines;
using PlusPortal.Web.Links;
using PlusPortal.Web.Privacy;

namespace PlusPortal.Web.Email;

/// <summary>
/// Queues the messages that an act causes: called once by a use-case, between the act and its one save, so that they
/// are stored with it or not at all. Whom and by which message is in <see cref="AnnouncementTable"/>. The private links
/// to a request that ended, or is open again, follow with it, and so does the record of what actors were told.
/// </summary>
public sealed class Announcer(PortalDb db, LinkIssuer links, TransmissionRecorder transmissions, TimeProvider clock)
{
    /// <summary>What was recorded about a request since it was read, or since it was last announced.</summary>
    public async Task AnnounceAsync(OrientationRequest request, CancellationToken ct)
    {
        await links.FollowAsync(request, ct);
        var recorded = request.TakeUnannounced();
        await transmissions.RecordAsync(request, recorded, ct);
        await WithdrawReplacedAsync(request, recorded, ct);
        if (recorded.Any(entry => entry.Kind == EventKind.HandedOver)) await WithdrawFromFormerPersonAsync(request, ct);
        var notices = AnnouncementTable.NoticesOf(request, recorded);
        var followers = await FollowersOfAsync(request, notices, ct);
        foreach (var notice in notices) Queue(notice, followers);
    }

    /// <summary>What the clock did to a request.</summary>
    public async Task AnnounceAsync(OrientationRequest request, IEnumerable<TakenStep> steps, CancellationToken ct)
    {
        var notices = steps.Where(step => step.Outcome == ClockOutcome.Taken).SelectMany(step => AnnouncementTable.NoticesOf(request, step.Step)).ToList();
        var followers = await FollowersOfAsync(request, notices, ct);
        foreach (var notice in notices) Queue(notice, followers);
    }

    /// <summary>What no request records.</summary>
    /// <param name="occasion">What happened.</param>
    /// <param name="subjectId">Draft, request or proposed edit that the message is about.</param>
    /// <param name="occurrence">Tells it apart from the next time: two messages with the same one are one.</param>
    /// <param name="recipient">The address, where nothing will know it any more once this is saved; null everywhere else.</param>
    /// <param name="followerId">Who was invited to follow the request, where it is for that person; null everywhere else.</param>
    public void Announce(Occasion occasion, Guid subjectId, string occurrence, string? recipient = null, Guid? followerId = null)
    {
        foreach (var mail in AnnouncementTable.MailsOf(occasion)) Queue(mail, subjectId, occurrence, recipient, followerId: followerId);
    }

    /// <summary>Of an answer that was taken back, or replaced by another one, while its notices were held, nobody is told; nor of a rung that was taken back.</summary>
    private async Task WithdrawReplacedAsync(OrientationRequest request, IReadOnlyList<TimelineEvent> recorded, CancellationToken ct)
    {
        foreach (var referral in request.Referrals.Where(referral => recorded.Any(entry => entry.ReferralId == referral.Id)))
        {
            IReadOnlyList<string> occurrences = [.. new[] { referral.ReplacedEventNumber, referral.RungEventTakenBack }.OfType<int>().Select(AnnouncementTable.OccurrenceOf)];
            if (occurrences.Count == 0) continue;
            var held = await db.Outbox.Where(message => message.State == OutboxState.Pending && (message.SubjectId == request.Id || message.SubjectId == referral.Id)).ToListAsync(ct);
            foreach (var message in held.Where(message => occurrences.Any(message.IsOf))) message.State = OutboxState.Dropped;
        }
    }

    /// <summary>What was about to leave for the former person of the request is not the first word of the new one: its page tells it. Of an answer that is still held it is told, once it stands.</summary>
    private async Task WithdrawFromFormerPersonAsync(OrientationRequest request, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        List<Guid> subjects = [request.Id, .. request.Referrals.Select(referral => referral.Id)];
        var waiting = await db.Outbox.Where(message => message.State == OutboxState.Pending && message.FollowerId == null && message.Recipient == null && subjects.Contains(message.SubjectId)).ToListAsync(ct);
        foreach (var message in waiting.Where(message => MailKinds.IsForThePerson(message.Kind) && (message.Attempts > 0 || message.NextAttemptAt <= now))) message.State = OutboxState.Dropped;
    }

    private async Task<IReadOnlyList<Guid>> FollowersOfAsync(OrientationRequest request, IReadOnlyList<Notice> notices, CancellationToken ct) => notices.Any(notice => MailKinds.ReachesFollowers(notice.Mail))
        ? await db.RequestFollowers.Following().Where(follower => follower.RequestId == request.Id).OrderBy(follower => follower.Id).Select(follower => follower.Id).ToListAsync(ct)
        : [];

    private void Queue(Notice notice, IReadOnlyList<Guid> followers)
    {
        var heldUntil = notice.IsHeld ? clock.GetUtcNow().AddMinutes(Referral.UndoMinutes) : (DateTimeOffset?)null;
        Queue(notice.Mail, notice.SubjectId, notice.Occurrence, heldUntil: heldUntil);
        if (!MailKinds.ReachesFollowers(notice.Mail)) return;
        foreach (var follower in followers) Queue(notice.Mail, notice.SubjectId, notice.Occurrence, followerId: follower, heldUntil: heldUntil);
    }

    private void Queue(MailKind mail, Guid subjectId, string occurrence, string? recipient = null, Guid? followerId = null, DateTimeOffset? heldUntil = null) =>
        db.Outbox.Enqueue(mail, subjectId, occurrence, clock.GetUtcNow(), recipient, heldUntil, followerId);
}
