using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Requests;
using PlusPortal.Web.Email;

namespace PlusPortal.Web.Features.Public.LostLink;

/// <summary>Queues a new link when reference and address match. The same statements run when they do not, then are taken back: the time of the answer tells nothing.</summary>
public sealed class SendNewLink(PortalDb db, Announcer announcer, TimeProvider clock)
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
            .Where(request => request.Reference == reference.Value)
            .Select(request => new { request.Id, request.Contact.Email })
            .SingleOrDefaultAsync(ct);
        var requestId = found?.Id ?? Guid.CreateVersion7(now);
        var hourAgo = now.AddHours(-1);
        var sent = await db.Outbox.CountAsync(message => message.SubjectId == requestId && message.Kind == MailKind.NewTrackingLink && message.CreatedAt > hourAgo, ct);

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        announcer.Announce(Occasion.TrackingLinkAsked, requestId, Guid.CreateVersion7(now).ToString("N"));
        await db.SaveChangesAsync(ct);
        var mayLeave = found is not null && string.Equals(found.Email, email, StringComparison.OrdinalIgnoreCase) && sent < MaxPerHour;
        if (mayLeave) await transaction.CommitAsync(ct);
        else await transaction.RollbackAsync(ct);
    }
}
