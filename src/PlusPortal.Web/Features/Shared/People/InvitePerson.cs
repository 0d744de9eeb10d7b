using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Limits;
using PlusPortal.Data.Links;
using PlusPortal.Data.People;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.People;
using PlusPortal.Web.Email;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Security;
using PlusPortal.Web.Security.Limits;

namespace PlusPortal.Web.Features.Shared.People;

/// <summary>What came of an invitation.</summary>
public abstract record InviteResult
{
    private InviteResult() { }

    /// <summary>Its message is queued.</summary>
    public sealed record Sent : InviteResult;

    /// <summary>The address cannot be invited; why, for whoever may know, and how long to wait when it is for that.</summary>
    public sealed record Refused(string Sentence, LimitVerdict Limit = default) : InviteResult;
}

/// <summary>Invites people, sends invitations again and takes them back.</summary>
public sealed class InvitePerson(PortalDb db, ILookupNormalizer normalizer, Announcer announcer, MailCap cap, SecurityLog log, TimeProvider clock)
{
    private const string AlreadyInvited = "Une invitation attend déjà à cette adresse. Renvoyez-la depuis la liste, ou retirez-la d’abord.";

    /// <summary>
    /// Invites. An address that has an account already gets a message that says so. PLUS is told; a manager is not, unless the person is
    /// one of its own team: nobody learns here who has an account. The address of an account without access opens another by an
    /// invitation of PLUS, and of PLUS alone.
    /// </summary>
    public async Task<InviteResult> ExecuteAsync(Member by, InviteForm form, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var email = Typed.Line(form.Email)!;
        var invitation = Invitation.Send(by, new Invited(email, normalizer.NormalizeEmail(email)!, Typed.Line(form.Name)!, form.Role!.Value, form.ActorId), now);
        var known = await KnownAsync(invitation.NormalizedEmail, ct);
        if (known is not null && !Opens(by, known) && (!by.Role.IsPartner || known.SupportActorId == by.ActorId))
        {
            return new InviteResult.Refused(known.IsDisabled
                ? $"Cette adresse est celle de {known.DisplayName}, dont l’accès est retiré. PLUS peut le rétablir\u00A0: écrivez-lui depuis la page Contact."
                : $"Cette adresse a déjà un compte, au nom de {known.DisplayName}. Indiquez une autre adresse.");
        }

        if (!(await cap.CountAsync(MailCause.Invitation, email, ct)).Passes) return new InviteResult.Refused(MailCap.Reached);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var pending = db.Invitations.Where(other => other.NormalizedEmail == invitation.NormalizedEmail && other.SupportActorId == invitation.SupportActorId && other.AcceptedAt == null && other.WithdrawnAt == null);
        await pending.Where(other => other.ExpiresAt <= now).ExecuteUpdateAsync(set => set.SetProperty(other => other.WithdrawnAt, now), ct);
        if (await pending.AnyAsync(ct)) return new InviteResult.Refused(AlreadyInvited);
        db.Invitations.Add(invitation);
        Announce(invitation, by, known);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException failure) when (failure.Breaks(SaveConflicts.OpenInvitation))
        {
            return new InviteResult.Refused(AlreadyInvited);
        }

        await transaction.CommitAsync(ct);
        log.Write(SecurityEvent.PersonInvited, invitation.Id.ToString());
        return new InviteResult.Sent();
    }

    /// <summary>Sends it again with new days: the links before stop working. Null when there is no such invitation.</summary>
    public async Task<InviteResult?> SendAgainAsync(PeopleScope scope, Guid id, Member by, CancellationToken ct)
    {
        if (await scope.Invitations(db).Where(candidate => candidate.Id == id).Select(candidate => candidate.Email).SingleOrDefaultAsync(ct) is not { } email) return null;
        var limit = await cap.CountAsync(MailCause.Invitation, email, ct);
        if (!limit.Passes) return new InviteResult.Refused(MailCap.Reached, limit);
        var isSent = await ChangeAsync(scope, id, SecurityEvent.PersonInvited, async invitation =>
        {
            invitation.SendAgain(by, clock.GetUtcNow());
            Announce(invitation, by, await KnownAsync(invitation.NormalizedEmail, ct));
        }, ct);
        return isSent ? new InviteResult.Sent() : null;
    }

    /// <summary>Takes it back. False when there is no such invitation.</summary>
    public Task<bool> WithdrawAsync(PeopleScope scope, Guid id, Member by, CancellationToken ct) => ChangeAsync(scope, id, SecurityEvent.InvitationWithdrawn, invitation =>
    {
        invitation.Withdraw(by, clock.GetUtcNow());
        return Task.CompletedTask;
    }, ct);

    private async Task<bool> ChangeAsync(PeopleScope scope, Guid id, SecurityEvent what, Func<Invitation, Task> change, CancellationToken ct)
    {
        if (await scope.Invitations(db).SingleOrDefaultAsync(candidate => candidate.Id == id, ct) is not { } invitation) return false;
        await change(invitation);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.AccessLinks.RevokeAsync([id], clock.GetUtcNow(), ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        log.Write(what, id.ToString());
        return true;
    }

    /// <summary>Whether accepting gives the access: nobody has the address, or PLUS took the access of the account away and invites it now.</summary>
    private static bool Opens(Member by, PortalUser? known) => known is null || (known.IsDisabled && !by.Role.IsPartner);

    private void Announce(Invitation invitation, Member by, PortalUser? known) =>
        announcer.Announce(Opens(by, known) ? Occasion.PersonInvited : Occasion.KnownPersonInvited, invitation.Id, $"{invitation.SentCount}");

    private Task<PortalUser?> KnownAsync(string normalizedEmail, CancellationToken ct) => db.Users.AsNoTracking().SingleOrDefaultAsync(user => user.NormalizedEmail == normalizedEmail, ct);
}
