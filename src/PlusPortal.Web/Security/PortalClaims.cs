using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using PlusPortal.Data.Accounts;

namespace PlusPortal.Web.Security;

/// <summary>Adds to the sign-in cookie what the pages need: display name and, for a partner, its support actor.</summary>
public sealed class PortalClaims(UserManager<PortalUser> users, RoleManager<IdentityRole<Guid>> roles, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<PortalUser, IdentityRole<Guid>>(users, roles, options)
{
    /// <inheritdoc />
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(PortalUser user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(ClaimTypes.GivenName, user.DisplayName));
        if (user.SupportActorId is { } actorId) identity.AddClaim(new Claim(Policies.SupportActorClaim, actorId.ToString()));
        return identity;
    }
}
