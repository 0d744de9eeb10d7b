using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Outbox;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Web.Email;
using PlusPortal.Web.Security.Limits;

namespace PlusPortal.Web.Features.Public.LostLink;

/// <summary>
/// Queues a new link when reference and address match. The same statements run when they do not, then are taken back, and
/// neither end of the transaction waits for the disk: the time of the answer tells nothing. What a crash of the database
/// within that moment would lose is a link that one asks for again.
/// </summary>
public sealed class SendNewLink(PortalDb db, Announcer announcer, MailCap cap, TimeProvider clock)
{
    /// <summary>Links sent for one request in an hour, whoever asks.</summary>
    public const int MaxPerHour = 3;

    /// <summary>Runs it.</summary>
    public async Task ExecuteAsync(LostLinkForm form, CancellationToken ct)
    {
        RequestReference.TryParse(form.Reference, out var reference);
        var email = form.Email!.Trim();
        var now = clock.GetUtcNow();
        var found = await db.OrientationRequests
            .Where(request => request.Reference == reference.Value && request.AnonymisedAt == null)
            .Select(request => new { request.Id, request.Contact.Email })
            .SingleOrDefaultAsync(ct);
        var requestId = found?.Id ?? Guid.CreateVersion7(now);
        var hourAgo = now.AddHours(-1);
        var sent = await db.Outbox.CountAsync(message => message.SubjectId == requestId && message.Kind == MailKind.NewTrackingLink && message.CreatedAt > hourAgo, ct);

        var mayLeave = found is not null && string.Equals(found.Email, email, StringComparison.OrdinalIgnoreCase) && sent < MaxPerHour;
        mayLeave &= (await cap.CountAsync(MailCause.LostLink, mayLeave ? email : null, ct)).Passes;

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.DoNotAwaitDiskAsync(ct);
        announcer.Announce(Occasion.TrackingLinkAsked, requestId, Guid.CreateVersion7(now).ToString("N"));
        await db.SaveChangesAsync(ct);
        if (mayLeave) await transaction.CommitAsync(ct);
        else await transaction.RollbackAsync(ct);
    }
}
