using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Links;
using PlusPortal.Data.Requests.Followers;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Requests.Contacts;
using PlusPortal.Web.Email;
using PlusPortal.Web.Links;
using PlusPortal.Web.Security.Limits;

namespace PlusPortal.Web.Features.Public.Tracking.Coordinates;

/// <summary>Another address of the person: a link goes there and proves it, a notice to the one that is recorded. Until then nothing changes.</summary>
public sealed class AskOtherAddress(PortalDb db, Announcer announcer, LinkIssuer links, MailCap cap, TimeProvider clock)
{
    /// <summary>Addresses asked for in an hour.</summary>
    public const int MaxPerHour = 3;

    /// <summary>Asks. What is known of an address that is not the person's own is told by nothing: the answer is then the same.</summary>
    /// <returns>Why not; null when it is asked for, or enough messages went to that address.</returns>
    public async Task<string?> ExecuteAsync(Guid requestId, string email, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var hourAgo = now.AddHours(-1);
        var recorded = await db.OrientationRequests.Where(request => request.Id == requestId).Select(request => new { request.Contact.Email, request.AddressProvenAt }).SingleAsync(ct);
        if (string.Equals(recorded.Email, email, StringComparison.OrdinalIgnoreCase)) return "C’est déjà votre adresse\u00A0: écrivez la nouvelle, ou laissez ce champ vide.";
        if (await db.ContactAddressChanges.CountAsync(change => change.RequestId == requestId && change.AskedAt > hourAgo, ct) >= MaxPerHour) return "Trois changements d’adresse ont déjà été demandés en une heure. Recommencez dans une heure, ou joignez l’équipe PLUS.";
        if (!(await cap.CountAsync(MailCause.OtherAddress, email, ct)).Passes) return null;

        await EndWaitingAsync(requestId, now, ct);
        var asked = ContactAddressChange.Ask(requestId, email, now);
        db.ContactAddressChanges.Add(asked);

        // An address that nobody proved may be a stranger's: it is told nothing.
        announcer.Announce(recorded.AddressProvenAt is null ? Occasion.OtherAddressAskedOfUnproven : Occasion.OtherAddressAsked, asked.Id, "demande");
        await db.SaveChangesAsync(ct);
        return null;
    }

    /// <summary>Withdraws what waits; nothing when nothing does.</summary>
    public async Task CancelAsync(Guid requestId, CancellationToken ct)
    {
        await EndWaitingAsync(requestId, clock.GetUtcNow(), ct);
        await db.SaveChangesAsync(ct);
    }

    private async Task EndWaitingAsync(Guid requestId, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var waiting in await db.ContactAddressChanges.Where(change => change.RequestId == requestId && change.EndedAt == null).ToListAsync(ct))
        {
            waiting.End(now);
            await links.RevokeAsync(LinkPurpose.ContactAddress, waiting.Id, ct);
        }
    }
}
