using System.Globalization;
using PlusPortal.Data;
using PlusPortal.Data.Outbox;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Requests;
using PlusPortal.Web.Links;

namespace PlusPortal.Web.Email;

/// <summary>
/// Queues the messages that an act causes: called once by a use-case, between the act and its one save, so that they
/// are stored with it or not at all. Whom and by which message is in <see cref="AnnouncementTable"/>. The private links
/// to a request that ended, or is open again, follow with it.
/// </summary>
public sealed class Announcer(PortalDb db, LinkIssuer links, TimeProvider clock)
{
    /// <summary>What was recorded about a request since it was read, or since it was last announced.</summary>
    public async Task AnnounceAsync(OrientationRequest request, CancellationToken ct)
    {
        await links.FollowAsync(request, ct);
        foreach (var notice in AnnouncementTable.NoticesOf(request, request.TakeUnannounced()))
        {
            Queue(notice.Mail, notice.SubjectId, notice.EventNumber.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>What no request records.</summary>
    /// <param name="occasion">What happened.</param>
    /// <param name="subjectId">Draft, request or proposed edit that the message is about.</param>
    /// <param name="occurrence">Tells it apart from the next time: two messages with the same one are one.</param>
    public void Announce(Occasion occasion, Guid subjectId, string occurrence)
    {
        foreach (var mail in AnnouncementTable.MailsOf(occasion)) Queue(mail, subjectId, occurrence);
    }

    private void Queue(MailKind mail, Guid subjectId, string occurrence) => db.Outbox.Enqueue(mail, subjectId, occurrence, clock.GetUtcNow());
}
