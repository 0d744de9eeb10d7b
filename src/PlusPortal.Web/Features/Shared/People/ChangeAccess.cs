using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using PlusPortal.Data;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Links;
using PlusPortal.Data.People;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.People;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Web.Email;
using PlusPortal.Web.Profile;
using PlusPortal.Web.Security;

namespace PlusPortal.Web.Features.Shared.People;

/// <summary>What came of a change of somebody's access.</summary>
public enum AccessResult
{
    /// <summary>There is no such person in the scope.</summary>
    NotFound,

    /// <summary>Somebody else changed the person meanwhile.</summary>
    Conflict,

    /// <summary>The colleague who was to take over the requests cannot.</summary>
    HeirGone,

    /// <summary>It is done.</summary>
    Done,
}

/// <summary>
/// Changes roles, takes accesses away and gives them back. One after the other, so that the last administrator and the last manager
/// of an actor stay whoever acts at the same time.
/// </summary>
public sealed class ChangeAccess(PortalDb db, Announcer announcer, ToldAddresses told, SecurityLog log, TimeProvider clock)
{
    /// <summary>Gives another role; the sessions of the person end. An observer has no requests and is told of none: its own go back to the queue.</summary>
    public Task<AccessResult> ChangeRoleAsync(PeopleScope scope, Guid id, RoleForm form, Member by, CancellationToken ct) => db.RetryOnceAsync(() => TryChangeRoleAsync(scope, id, form, by, ct));

    /// <summary>
    /// Takes the access away at once. Open requests in charge go to a colleague or back to the queue; referrals stay with the actor.
    /// The address leaves the lists of who is told, and PLUS is told of an actor that is left without anybody.
    /// </summary>
    /// <param name="scope">Where the person is; null when it leaves by itself.</param>
    /// <param name="id">Person.</param>
    /// <param name="heirId">Colleague who takes the requests over; null for the queue.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="ct">Stops it.</param>
    public Task<AccessResult> RemoveAsync(PeopleScope? scope, Guid id, Guid? heirId, Member by, CancellationToken ct) => db.RetryOnceAsync(() => TryRemoveAsync(scope, id, heirId, by, ct));

    private async Task<AccessResult> TryChangeRoleAsync(PeopleScope scope, Guid id, RoleForm form, Member by, CancellationToken ct)
    {
        var role = form.Role!.Value;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await FindAsync(scope.People(db), id, ct) is not { } person) return AccessResult.NotFound;
        by.CheckMayChange(person.Member);
        by.CheckMayGive(role, person.Member.ActorId);
        if (form.Shown != person.Member.Role || person.User.IsDisabled) return AccessResult.Conflict;
        if (role == person.Member.Role) return AccessResult.Done;
        await CheckMayGoWithoutAsync(person.Member, by, ct);
        await db.GiveRoleAsync(id, role, ct);
        if (role == PersonRole.Observer)
        {
            await HandOverAsync(id, null, by, ct);
            await told.RemoveAsync(person.User.Email!, by.Id, ct);
        }

        person.User.EndSessions();
        await SaveAsync(transaction, Occasion.RoleChanged, SecurityEvent.RoleChanged, id, ct);
        return AccessResult.Done;
    }

    private async Task<AccessResult> TryRemoveAsync(PeopleScope? scope, Guid id, Guid? heirId, Member by, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await FindAsync(scope?.People(db) ?? db.Users, id, ct) is not { } person) return AccessResult.NotFound;
        if (scope is not null) by.CheckMayChange(person.Member);
        if (person.User.IsDisabled) return AccessResult.Done;
        await CheckMayGoWithoutAsync(person.Member, by, ct);
        if (heirId is not null && !await db.ActiveWith(PortalRoles.Staff).AnyAsync(user => user.Id == heirId && user.Id != id, ct)) return AccessResult.HeirGone;
        await HandOverAsync(id, heirId, by, ct);
        await told.RemoveAsync(person.User.Email!, by.Id, ct);
        if (person.Member.ActorId is { } actorId && !await db.AnsweringFor(actorId).AnyAsync(user => user.Id != id, ct)) announcer.Announce(Occasion.ActorLeft, actorId, $"{Guid.CreateVersion7(clock.GetUtcNow()):N}");
        person.User.IsDisabled = true;
        person.User.EndSessions();
        var change = await db.AddressChanges.SingleOrDefaultAsync(candidate => candidate.UserId == id && candidate.State == AddressChangeState.Open, ct);
        change?.Replace();
        await db.AccessLinks.RevokeAsync(change is null ? [id] : [id, change.Id], clock.GetUtcNow(), ct);
        await WithdrawAsync(person.User, ct);
        await SaveAsync(transaction, Occasion.AccessRemoved, SecurityEvent.AccessRemoved, id, ct);
        return AccessResult.Done;
    }

    /// <summary>Gives the access back, with the role that the person had: PLUS alone does.</summary>
    public async Task<AccessResult> RestoreAsync(PeopleScope scope, Guid id, Member by, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await FindAsync(scope.People(db), id, ct) is not { } person) return AccessResult.NotFound;
        by.CheckMayRestore(person.Member);
        if (!person.User.IsDisabled) return AccessResult.Done;
        person.User.IsDisabled = false;
        person.User.EndSessions();
        await SaveAsync(transaction, Occasion.AccessRestored, SecurityEvent.AccessRestored, id, ct);
        return AccessResult.Done;
    }

    /// <summary>The person as it stands once nobody else changes people; for the rest of the transaction.</summary>
    private async Task<(PortalUser User, Member Member)?> FindAsync(IQueryable<PortalUser> people, Guid id, CancellationToken ct)
    {
        await db.TakeTurnAsync(ct);
        if (await people.SingleOrDefaultAsync(user => user.Id == id, ct) is not { } user) return null;
        return PortalRoles.Read(await db.RolesOf(id).ToListAsync(ct)) is { } role ? (user, new Member(id, role, user.SupportActorId)) : null;
    }

    private async Task CheckMayGoWithoutAsync(Member member, Member by, CancellationToken ct)
    {
        var (others, invited) = await db.SuccessorsOfAsync(member, clock.GetUtcNow(), ct);
        member.CheckMayGoWithout(by, others, invited);
    }

    /// <summary>What PLUS sent to that address before opens nothing again: whoever shall come back is invited anew.</summary>
    private async Task WithdrawAsync(PortalUser user, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await db.Invitations
            .Where(invitation => invitation.NormalizedEmail == user.NormalizedEmail && invitation.AcceptedAt == null && invitation.WithdrawnAt == null
                && db.Users.Any(by => by.Id == invitation.InvitedById && by.SupportActorId == null))
            .ExecuteUpdateAsync(set => set.SetProperty(invitation => invitation.WithdrawnAt, now), ct);
    }

    private async Task HandOverAsync(Guid id, Guid? heirId, Member by, CancellationToken ct)
    {
        var requests = await db.OrientationRequests.Include(request => request.Referrals).Where(request => request.AssigneeId == id && request.Status != RequestStatus.Closed).ToListAsync(ct);
        foreach (var request in requests)
        {
            request.Assign(heirId, Author.Staff(by.Id), clock.GetUtcNow());
            await announcer.AnnounceAsync(request, ct);
        }
    }

    private async Task SaveAsync(IDbContextTransaction transaction, Occasion occasion, SecurityEvent what, Guid id, CancellationToken ct)
    {
        announcer.Announce(occasion, id, $"{Guid.CreateVersion7(clock.GetUtcNow()):N}");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        await told.FollowAsync();
        log.Write(what, id.ToString());
    }
}
