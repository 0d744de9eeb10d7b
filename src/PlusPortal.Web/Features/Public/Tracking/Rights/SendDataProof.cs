using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Outbox;
using PlusPortal.Domain.Announcements;
using PlusPortal.Web.Email;
using PlusPortal.Web.Security.Limits;

namespace PlusPortal.Web.Features.Public.Tracking.Rights;

/// <summary>Queues the mail that asks for a fresh proof of the address: its link opens the data, or their erasure. To the recorded address only; so many an hour and a day.</summary>
public sealed class SendDataProof(PortalDb db, Announcer announcer, MailCap cap, TimeProvider clock)
{
    /// <summary>Links of one kind for one request in an hour.</summary>
    public const int MaxPerHour = 3;

    /// <summary>Runs it. Says nothing of what it decides: the page is the same.</summary>
    public async Task ExecuteAsync(Guid requestId, Occasion occasion, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var hourAgo = now.AddHours(-1);
        var kinds = AnnouncementTable.MailsOf(occasion);
        var email = await db.OrientationRequests.Where(request => request.Id == requestId).Select(request => request.Contact.Email).SingleAsync(ct);
        if (await db.Outbox.CountAsync(message => message.SubjectId == requestId && kinds.Contains(message.Kind) && message.CreatedAt > hourAgo, ct) >= MaxPerHour) return;
        if (!(await cap.CountAsync(MailCause.PersonalData, email, ct)).Passes) return;
        announcer.Announce(occasion, requestId, Guid.CreateVersion7(now).ToString("N"));
        await db.SaveChangesAsync(ct);
    }
}
