using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.People;
using PlusPortal.Domain.People;
using PlusPortal.Web.Addresses;

namespace PlusPortal.Web.Features.Shared.People;

/// <summary>Whose people a page shows: ownership is part of every query.</summary>
/// <param name="Root">Address of the list.</param>
/// <param name="Title">Its heading.</param>
/// <param name="IsPlus">True for people of PLUS, false for those of actors.</param>
/// <param name="ActorId">One actor; null for all.</param>
public sealed record PeopleScope(string Root, string Title, bool IsPlus, Guid? ActorId)
{
    /// <summary>People of PLUS, for administrators.</summary>
    public static PeopleScope Team { get; } = new(AdminAddress.Team, "Équipe PLUS", IsPlus: true, null);

    /// <summary>People of every actor, for staff.</summary>
    public static PeopleScope Partners { get; } = new(AdminAddress.Partners, "Personnes des acteurs", IsPlus: false, null);

    /// <summary>People of one actor, for its managers.</summary>
    public static PeopleScope OwnActor(Guid actorId) => new(PartnerAddress.Team, "Mon équipe", IsPlus: false, actorId);

    /// <summary>Whether the page shows people of several actors.</summary>
    public bool HasActors => !IsPlus && ActorId is null;

    /// <summary>Accounts of these people. One that was parted from its address is nobody's any more: its name stays with what it did.</summary>
    public IQueryable<PortalUser> People(PortalDb db) => IsPlus
        ? db.Users.Where(user => user.SupportActorId == null && user.Email != null)
        : db.Users.Where(user => user.SupportActorId != null && user.Email != null && (ActorId == null || user.SupportActorId == ActorId));

    /// <summary>Invitations of people to come.</summary>
    public IQueryable<Invitation> Invitations(PortalDb db) => IsPlus
        ? db.Invitations.Where(invitation => invitation.SupportActorId == null)
        : db.Invitations.Where(invitation => invitation.SupportActorId != null && (ActorId == null || invitation.SupportActorId == ActorId));
}
