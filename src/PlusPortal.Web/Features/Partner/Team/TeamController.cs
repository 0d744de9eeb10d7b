using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PlusPortal.Web.Features.Shared.People;
using PlusPortal.Web.Security;

namespace PlusPortal.Web.Features.Partner.Team;

/// <summary>Colleagues of a manager: people of its own actor, and of no other.</summary>
[Area(Areas.Partner)]
[Route("partenaire/equipe")]
[Authorize(Policies.PartnerManager)]
public sealed class TeamController(PeopleReader people, InvitePerson invite, ChangeAccess access) : PeopleController(people, invite, access)
{
    /// <inheritdoc />
    protected override PeopleScope Scope => PeopleScope.OwnActor(User.SupportActorId);
}
