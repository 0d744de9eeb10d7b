using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PlusPortal.Web.Features.Shared.People;
using PlusPortal.Web.Security;

namespace PlusPortal.Web.Features.Admin.People.Team;

/// <summary>People of PLUS, for administrators.</summary>
[Area(Areas.Admin)]
[Route("admin/equipe")]
[Authorize(Policies.Administrator)]
public sealed class TeamController(PeopleReader people, InvitePerson invite, ChangeAccess access) : PeopleController(people, invite, access)
{
    /// <inheritdoc />
    protected override PeopleScope Scope => PeopleScope.Team;
}
