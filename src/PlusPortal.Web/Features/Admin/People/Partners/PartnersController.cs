using Microsoft.AspNetCore.Mvc;
using PlusPortal.Web.Features.Shared.People;
using PlusPortal.Web.Security;

namespace PlusPortal.Web.Features.Admin.People.Partners;

/// <summary>People of support actors, for staff: they confirm the first person of each.</summary>
[Area(Areas.Admin)]
[Route("admin/partenaires")]
public sealed class PartnersController(PeopleReader people, InvitePerson invite, ChangeAccess access) : PeopleController(people, invite, access)
{
    /// <inheritdoc />
    protected override PeopleScope Scope => PeopleScope.Partners;
}
