using System.Globalization;
using PlusPortal.Data;
using PlusPortal.Data.Outbox;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Requests;
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
        transmissions.Record(request, recorded);
        foreach (var notice in AnnouncementTable.NoticesOf(request, recorded))
        {
            Queue(notice.Mail, notice.SubjectId, notice.EventNumber.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>What no request records.</summary>
    /// <param name="occasion">What happened.</param>
    /// <param name="subjectId">Draft, request or proposed edit that the message is about.</param>
    /// <param name="occurrence">Tells it apart from the next time: two messages with the same one are one.</param>
    /// <param name="recipient">The address, where nothing will know it any more once this is saved; null everywhere else.</param>
    public void Announce(Occasion occasion, Guid subjectId, string occurrence, string? recipient = null)
    {
        foreach (var mail in AnnouncementTable.MailsOf(occasion)) Queue(mail, subjectId, occurrence, recipient);
    }

    private void Queue(MailKind mail, Guid subjectId, string occurrence, string? recipient = null) => db.Outbox.Enqueue(mail, subjectId, occurrence, clock.GetUtcNow(), recipient);
}
