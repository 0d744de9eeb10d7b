using System.Security.Claims;
using PlusPortal.Data.Accounts;
using PlusPortal.Domain.People;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;

namespace PlusPortal.Web.Security;

/// <summary>The signed-in person, as the use-cases need it.</summary>
public static class CurrentUser
{
    extension(ClaimsPrincipal user)
    {
        /// <summary>Identifier of the account.</summary>
        public Guid UserId => Guid.Parse(user.FindFirstValue(ClaimTypes.NameIdentifier)!);

        /// <summary>Support actor of a partner.</summary>
        public Guid SupportActorId => Guid.Parse(user.FindFirstValue(Policies.SupportActorClaim)!);

        /// <summary>Whether the person works for PLUS.</summary>
        public bool IsStaff => user.IsInRole(PortalRoles.Staff) || user.IsInRole(PortalRoles.Administrator);

        /// <summary>Whether the person is an administrator of PLUS.</summary>
        public bool IsAdministrator => user.IsInRole(PortalRoles.Administrator);

        /// <summary>Whether the person sees counts, directory and rules only.</summary>
        public bool IsObserver => user.IsInRole(PortalRoles.Observer);

        /// <summary>Whether the person looks after the people of its support actor.</summary>
        public bool IsPartnerManager => user.IsInRole(PortalRoles.PartnerManager);

        /// <summary>Whether a password alone does not let the person in (statement 6).</summary>
        public bool MustHaveSecondFactor => user.IsStaff || user.IsObserver || user.IsPartnerManager;

        /// <summary>Whether the person answers for a support actor.</summary>
        public bool IsPartner => user.IsInRole(PortalRoles.Partner);

        /// <summary>Name as the person wrote it.</summary>
        public string DisplayName => user.FindFirstValue(ClaimTypes.GivenName) ?? "";

        /// <summary>The person as the rules about people see it.</summary>
        public Member AsMember => new(
            user.UserId,
            PortalRoles.Read([.. user.FindAll(ClaimTypes.Role).Select(claim => claim.Value)])!.Value,
            user.FindFirstValue(Policies.SupportActorClaim) is { } actor ? Guid.Parse(actor) : null);

        /// <summary>The person as the author of a change in the admin area.</summary>
        public Author AsStaff => Author.Staff(user.UserId);

        /// <summary>The person as the author of a change in the partner space.</summary>
        public Author AsPartner => Author.Partner(user.UserId);
    }
}
