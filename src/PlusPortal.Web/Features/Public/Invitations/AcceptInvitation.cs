using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Links;
using PlusPortal.Data.People;
using PlusPortal.Domain.People;
using PlusPortal.Web.Security;

namespace PlusPortal.Web.Features.Public.Invitations;

/// <summary>What a link opens: an offer, or why not.</summary>
public sealed record FoundInvitation(AcceptOffer? Offer, InvitationRefusal? Refusal);

/// <summary>What came of accepting.</summary>
/// <param name="Refusal">Why the link opens nothing; null when it does.</param>
/// <param name="Weaknesses">What is wrong with the password; nothing when the access is open.</param>
/// <param name="NeedsFactor">Whether a second factor comes after the password.</param>
public sealed record AcceptResult(InvitationRefusal? Refusal, IReadOnlyList<string> Weaknesses, bool NeedsFactor);

/// <summary>
/// Opens the account of an invited person: account, role, end of the invitation and of its links in one transaction. When PLUS invited
/// the address of an account whose access was taken away, a new account opens, and nothing of the former opens it: what that one did
/// stays under its name, as somebody else may read the mailbox now.
/// </summary>
public sealed class AcceptInvitation(PortalDb db, UserManager<PortalUser> users, SecurityLog log, TimeProvider clock)
{
    private static readonly string[] Doubles = [nameof(IdentityErrorDescriber.DuplicateUserName), nameof(IdentityErrorDescriber.DuplicateEmail)];

    /// <summary>What the link opens.</summary>
    public async Task<FoundInvitation> FindAsync(string? token, CancellationToken ct)
    {
        var (invitation, refusal, formerId) = await ReadAsync(token, ct);
        if (refusal is not null) return new FoundInvitation(null, refusal);
        var actor = await db.SupportActors.Where(candidate => candidate.Id == invitation!.SupportActorId).Select(candidate => candidate.Name).SingleOrDefaultAsync(ct);
        return new FoundInvitation(new AcceptOffer(invitation!.Email, invitation.DisplayName, invitation.Role, actor, invitation.ExpiresAt, formerId is not null), null);
    }

    /// <summary>Accepts. A second click waits for the first and finds the invitation used.</summary>
    public async Task<AcceptResult> ExecuteAsync(string? token, string name, string password, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.TakeTurnAsync(ct);

        // What was read before the turn may have changed while it was waited for.
        db.ChangeTracker.Clear();
        var (invitation, refusal, formerId) = await ReadAsync(token, ct);
        if (refusal is not null) return new AcceptResult(refusal, [], NeedsFactor: false);
        var now = clock.GetUtcNow();
        if (formerId is { } former) await db.PartFromAddressAsync(former, ct);
        var user = new PortalUser
        {
            Id = Guid.CreateVersion7(now),
            UserName = invitation!.Email,
            Email = invitation.Email,
            EmailConfirmed = true,
            DisplayName = name,
            SupportActorId = invitation.SupportActorId,
            CreatedAt = now,
        };
        invitation.Accept(now);
        var opened = await users.CreateAsync(user, password);
        if (!opened.Succeeded) return Refused(opened);
        await db.GiveRoleAsync(user.Id, invitation.Role, ct);
        await db.AccessLinks.RevokeAsync(formerId is { } parted ? [invitation.Id, parted] : [invitation.Id], now, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        log.Write(SecurityEvent.InvitationAccepted, user.Id.ToString());
        return new AcceptResult(null, [], invitation.Role.NeedsSecondFactor);
    }

    private static AcceptResult Refused(IdentityResult opened) => opened.Errors.Any(error => Doubles.Contains(error.Code))
        ? new AcceptResult(InvitationRefusal.Known, [], NeedsFactor: false)
        : new AcceptResult(null, [.. opened.Errors.Select(error => error.Description)], NeedsFactor: false);

    /// <summary>
    /// The invitation of a link, or why it opens nothing, and the account that had the address before. What ended the invitation is said before
    /// what ended the link. A manager of an actor opens none for such an address: PLUS took the access away, and PLUS alone gives it back.
    /// </summary>
    private async Task<(Invitation? Invitation, InvitationRefusal? Refusal, Guid? FormerId)> ReadAsync(string? token, CancellationToken ct)
    {
        var link = await db.AccessLinks.AsNoTracking().Known(token, LinkPurpose.Invitation).SingleOrDefaultAsync(ct);
        if (link is null) return (null, InvitationRefusal.Unknown, null);

        // In one look: between two, another click may accept the invitation and open the account.
        var found = await db.Invitations.Where(candidate => candidate.Id == link.SubjectId)
            .Select(candidate => new
            {
                Invitation = candidate,
                Known = db.Users.Where(user => user.NormalizedEmail == candidate.NormalizedEmail).Select(user => new { user.Id, user.IsDisabled }).SingleOrDefault(),
                IsByPlus = db.Users.Any(user => user.Id == candidate.InvitedById && user.SupportActorId == null),
            })
            .SingleOrDefaultAsync(ct);
        if (found is null) return (null, InvitationRefusal.Unknown, null);
        var (invitation, now) = (found.Invitation, clock.GetUtcNow());
        InvitationRefusal? refusal = invitation.StateAt(now) switch
        {
            InvitationState.Accepted => InvitationRefusal.Used,
            InvitationState.Withdrawn => InvitationRefusal.Withdrawn,
            InvitationState.Expired => InvitationRefusal.Expired,
            InvitationState.Open => link.RevokedAt is not null || link.ExpiresAt <= now ? InvitationRefusal.Replaced : null,
        };
        if (refusal is not null || found.Known is not { } known) return (invitation, refusal, null);
        if (!known.IsDisabled) return (invitation, InvitationRefusal.Known, null);
        return found.IsByPlus ? (invitation, null, known.Id) : (invitation, InvitationRefusal.Removed, null);
    }
}
