using PlusPortal.Data;
using PlusPortal.Data.Outbox;
using PlusPortal.Domain.Announcements;
using PlusPortal.Web.Email;
using PlusPortal.Web.Email.Transport;
using PlusPortal.Web.Samples;

namespace PlusPortal.Web.Features.Dev.MailPreview;

/// <summary>Writes each message as it would leave, about an invented situation that is taken back at once: nothing is stored, nothing is sent.</summary>
public sealed class MailPreviews(PortalDb db, MailWriter writer, TimeProvider clock)
{
    /// <summary>The message of a kind; null when nobody would receive it (no staff account, for example).</summary>
    public async Task<OutgoingMail?> WriteAsync(MailKind kind, MailVariant variant, CancellationToken ct)
    {
        // Never committed.
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var subjectId = await new MailSamples(db, clock).AddAsync(kind, variant.Code, ct);
        foreach (var request in db.OrientationRequests.Local) request.TakeUnannounced();
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();

        var now = clock.GetUtcNow();
        var message = new OutboxMessage
        {
            Id = Guid.CreateVersion7(now),
            Kind = kind,
            SubjectId = subjectId,
            DeduplicationKey = "",
            CreatedAt = now,
            NextAttemptAt = now,
            Recipient = kind is MailKind.ErasureDone or MailKind.FormerAddressNotice or MailKind.RequestHandedOverNotice ? SampleNeeds.FirstEmployee.Contact.Email : null,
        };
        return (await writer.WriteAsync(message, ct))?.Mail;
    }
}
