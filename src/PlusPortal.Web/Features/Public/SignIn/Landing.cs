using Microsoft.AspNetCore.Mvc;
using PlusPortal.Data.Accounts;
using PlusPortal.Web.Addresses;

namespace PlusPortal.Web.Features.Public.SignIn;

/// <summary>Where one arrives after signing in.</summary>
public static class Landing
{
    /// <summary>The page asked for when it is ours, else the home of the person's space.</summary>
    public static string For(PortalUser user, string? returnUrl, IUrlHelper url) => returnUrl is { Length: > 1 } && url.IsLocalUrl(returnUrl)
        ? returnUrl
        : user.SupportActorId is null ? AdminAddress.Dashboard : PartnerAddress.Home;
}
