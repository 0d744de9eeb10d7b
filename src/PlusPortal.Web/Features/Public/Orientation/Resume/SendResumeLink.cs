using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PlusPortal.Data;
using PlusPortal.Domain.Announcements;
using PlusPortal.Web.Email;
using PlusPortal.Web.Features.Public.Orientation.Drafts;

namespace PlusPortal.Web.Features.Public.Orientation.Resume;

/// <summary>Queues the link with which a draft is taken up on another device.</summary>
public sealed class SendResumeLink(PortalDb db, DraftAccess drafts, Announcer announcer, TimeProvider clock)
{
    /// <summary>Most links for one draft in a day: the form must not fill somebody's mailbox.</summary>
    public const int MostPerDay = 5;

    /// <summary>Queues it, unless the draft had its share today. Says nothing about which.</summary>
    public async Task ExecuteAsync(Guid draftId, string email, CancellationToken ct)
    {
        if (await drafts.OpenAsync(draftId, ct) is not { IsSubmitted: false } opened) return;
        var now = clock.GetUtcNow();
        var sent = await db.Outbox.CountAsync(message => message.SubjectId == draftId && message.CreatedAt > now.AddDays(-1), ct);
        opened.Draft.ResumeEmail = email;
        if (sent < MostPerDay) announcer.Announce(Occasion.ResumeLinkAsked, draftId, $"{sent}/{now.ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture)}");
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException failure) when (failure is DbUpdateConcurrencyException || failure.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            // A second click queued the same link.
            db.ChangeTracker.Clear();
        }
    }
}
