using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PlusPortal.Data;
using PlusPortal.Data.Links;
using PlusPortal.Data.Outbox;
using PlusPortal.Domain.Announcements;
using PlusPortal.Web.Email;
using PlusPortal.Web.Features.Public.Orientation.Drafts;
using PlusPortal.Web.Links;
using PlusPortal.Web.Security.Limits;

namespace PlusPortal.Web.Features.Public.Orientation.Resume;

/// <summary>Queues the link with which a draft is taken up on another device.</summary>
public sealed class SendResumeLink(PortalDb db, DraftAccess drafts, LinkIssuer links, Announcer announcer, MailCap cap, TimeProvider clock)
{
    /// <summary>Most links for one draft in a day: the form must not fill somebody's mailbox.</summary>
    public const int MostPerDay = 5;

    /// <summary>
    /// Queues it, unless the draft or the address had its share today. Says nothing about which. Another address than
    /// before takes the place of the first: whoever has that one may be the wrong person, so its links, and the devices
    /// that they let in, are locked out, this one not.
    /// </summary>
    public async Task ExecuteAsync(Guid draftId, string email, CancellationToken ct)
    {
        if (await drafts.OpenAsync(draftId, ct) is not { IsSubmitted: false } opened) return;
        var now = clock.GetUtcNow();
        var sent = await db.Outbox.CountAsync(message => message.SubjectId == draftId && message.CreatedAt > now.AddDays(-1), ct);
        var mayLeave = sent < MostPerDay && (await cap.CountAsync(MailCause.ResumeLink, email, ct)).Passes;
        if (opened.Draft.ResumeEmail is { } before && !string.Equals(before, email, StringComparison.OrdinalIgnoreCase))
            await links.RevokeAsync(LinkPurpose.ResumeDraft, draftId, ct, except: LinkTokens.Hash(opened.Secret));
        opened.Draft.ResumeEmail = email;
        if (mayLeave) announcer.Announce(Occasion.ResumeLinkAsked, draftId, $"{sent}/{now.ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture)}");
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
