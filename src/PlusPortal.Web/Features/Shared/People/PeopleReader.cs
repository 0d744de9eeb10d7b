using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Actors;
using PlusPortal.Data.People;
using PlusPortal.Data.Requests;
using PlusPortal.Domain;
using PlusPortal.Domain.People;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Profile;

namespace PlusPortal.Web.Features.Shared.People;

/// <summary>Reads people for their pages.</summary>
public sealed class PeopleReader(PortalDb db, ToldAddresses told, TimeProvider clock)
{
    private const int PageSize = 50;

    /// <summary>Waiting invitations on one page; a search finds the older ones.</summary>
    private const int MostInvitations = 50;

    /// <summary>More colleagues than PLUS will ever have.</summary>
    private const int MostHeirs = 200;

    /// <summary>The list, by name.</summary>
    public async Task<PeopleList> ListAsync(PeopleScope scope, PeopleFilter filter, Guid me, CancellationToken ct)
    {
        var actorId = scope.ActorId ?? (scope.HasActors ? filter.Acteur : null);
        var people = scope.People(db).AsNoTracking().Where(user => actorId == null || user.SupportActorId == actorId);
        var invitations = scope.Invitations(db).AsNoTracking().Where(invitation => invitation.AcceptedAt == null && invitation.WithdrawnAt == null && (actorId == null || invitation.SupportActorId == actorId));
        if (Typed.Line(filter.Texte) is { } sought)
        {
            var ofActors = db.SupportActors.Named(scope.HasActors ? sought : null).Select(actor => (Guid?)actor.Id);
            people = people.Sought(sought, ofActors);
            var address = sought.ToUpperInvariant();
            invitations = invitations.Where(invitation => invitation.NormalizedEmail.Contains(address) || ofActors.Contains(invitation.SupportActorId));
        }

        if (ListCursor.Parse(filter.Apres) is { } cursor)
            people = people.Where(user => user.DisplayName.CompareTo(cursor.Value) > 0 || (user.DisplayName == cursor.Value && user.Id > cursor.Id));
        var rows = await RowsAsync(people.OrderBy(user => user.DisplayName).ThenBy(user => user.Id).Take(PageSize + 1), ct);
        var now = clock.GetUtcNow();
        var waiting = await (from invitation in invitations
                             orderby invitation.InvitedAt descending
                             select new InvitationRow(
                                 invitation.Id, invitation.DisplayName, invitation.Email, invitation.Role,
                                 db.SupportActors.Where(actor => actor.Id == invitation.SupportActorId).Select(actor => actor.Name).SingleOrDefault(),
                                 db.Users.Where(user => user.Id == invitation.InvitedById).Select(user => user.DisplayName).SingleOrDefault(),
                                 invitation.InvitedAt, invitation.ExpiresAt, invitation.ExpiresAt <= now))
            .Take(MostInvitations).ToListAsync(ct);
        var next = rows.Count > PageSize ? new ListCursor(rows[PageSize - 1].Name, rows[PageSize - 1].Id).ToString() : null;
        var actorName = actorId is null ? null : await ActorNameAsync(actorId.Value, ct);
        return new PeopleList(scope, filter, [.. rows.Take(PageSize)], next, waiting, actorName is null ? null : actorId, actorName, me);
    }

    /// <summary>A person of that scope; null when there is none.</summary>
    public async Task<PersonRow?> FindAsync(PeopleScope scope, Guid id, CancellationToken ct) =>
        (await RowsAsync(scope.People(db).AsNoTracking().Where(user => user.Id == id), ct)).SingleOrDefault();

    /// <summary>Anybody with an account.</summary>
    public async Task<PersonRow?> FindAsync(Guid id, CancellationToken ct) => (await RowsAsync(db.Users.AsNoTracking().Where(user => user.Id == id), ct)).SingleOrDefault();

    /// <summary>Name of an actor; null when there is none.</summary>
    public Task<string?> ActorNameAsync(Guid id, CancellationToken ct) => db.SupportActors.Where(actor => actor.Id == id).Select(actor => actor.Name).SingleOrDefaultAsync(ct);

    /// <summary>Open requests in charge of a person.</summary>
    public Task<int> RequestsOfAsync(Guid id, CancellationToken ct) => db.OrientationRequests.CountAsync(request => request.AssigneeId == id && request.Status != RequestStatus.Closed, ct);

    /// <summary>Second factors of a person that were taken away.</summary>
    public async Task<IReadOnlyList<FactorResetRow>> ResetsOfAsync(Guid id, CancellationToken ct) =>
        await db.FactorResets.Where(reset => reset.UserId == id).OrderByDescending(reset => reset.At).Take(MostInvitations)
            .Select(reset => new FactorResetRow(reset.At, db.Users.Where(user => user.Id == reset.ById).Select(user => user.DisplayName).Single(), reset.Check, reset.Note))
            .ToListAsync(ct);

    /// <summary>The rule that keeps a person until another is named; null when it may go.</summary>
    /// <param name="person">Who would go.</param>
    /// <param name="by">Who takes the access away; the person itself when it leaves.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<RuleCode?> KeptAsync(Member person, Member by, CancellationToken ct)
    {
        var (others, invited) = await db.SuccessorsOfAsync(person, clock.GetUtcNow(), ct);
        return person.KeptBy(by, others, invited);
    }

    /// <summary>The page that takes an access away, or that says why it does not.</summary>
    public async Task<RemovePage> RemovePageAsync(PeopleScope? scope, PersonRow person, Member by, RemoveForm form, CancellationToken ct)
    {
        var (kept, mayRestore) = (await KeptAsync(person.AsMember, by, ct), by.MayRestore(person.AsMember));
        if (kept is not null) return new RemovePage(scope, person, 0, form, [], [], null, kept, mayRestore);
        var (requests, lists, left) = (await RequestsOfAsync(person.Id, ct), await told.OfAsync(person.Email, ct), await LeftByAsync(person, ct));
        if (requests == 0) return new RemovePage(scope, person, 0, form, [], lists, left, null, mayRestore);
        var colleagues = await db.ActiveWith(PortalRoles.Staff).Where(user => user.Id != person.Id).OrderBy(user => user.DisplayName).ThenBy(user => user.Id).Take(MostHeirs)
            .Select(user => new Choice(user.Id.ToString(), user.DisplayName, user.Email)).ToListAsync(ct);
        return new RemovePage(scope, person, requests, form, [new Choice(RemoveForm.Queue, "À personne\u00A0: elles retournent dans la file"), .. colleagues], lists, left, null, mayRestore);
    }

    private async Task<LeftActor?> LeftByAsync(PersonRow person, CancellationToken ct) =>
        person is { ActorId: { } actorId, ActorName: { } name } && !await db.AnsweringFor(actorId).AnyAsync(user => user.Id != person.Id, ct)
            ? new LeftActor(name, await db.Referrals.OpenAt(actorId).CountAsync(ct))
            : null;

    private async Task<IReadOnlyList<PersonRow>> RowsAsync(IQueryable<PortalUser> people, CancellationToken ct)
    {
        var found = await (from user in people
                           orderby user.DisplayName, user.Id
                           select new
                           {
                               User = user,
                               Roles = db.UserRoles.Where(link => link.UserId == user.Id).Join(db.Roles, link => link.RoleId, role => role.Id, (_, role) => role.Name!).ToList(),
                               Actor = db.SupportActors.Where(actor => actor.Id == user.SupportActorId).Select(actor => actor.Name).SingleOrDefault(),
                               HasPasskey = db.Set<IdentityUserPasskey<Guid>>().Any(passkey => passkey.UserId == user.Id),
                           }).ToListAsync(ct);
        return [.. found.Select(row => new PersonRow(
            row.User.Id, row.User.DisplayName, row.User.Email ?? "", PortalRoles.Read(row.Roles), row.User.SupportActorId, row.Actor,
            row.User.CreatedAt, row.User.LastSignInAt, row.User.TwoFactorEnabled || row.HasPasskey, row.User.IsDisabled))];
    }
}
