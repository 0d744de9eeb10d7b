using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using PlusPortal.Data.Accounts;

namespace PlusPortal.Web.Security.Sessions;

/// <summary>Between the password and the second factor: a cookie of some minutes that says whose password was right, and opens nothing.</summary>
public sealed class PendingSignIn(UserManager<PortalUser> users, IHttpContextAccessor accessor)
{
    /// <summary>Name of its cookie scheme.</summary>
    public const string Scheme = "PlusPortal.PendingSignIn";

    /// <summary>Minutes for the second factor.</summary>
    public const int Minutes = 10;

    private const string StampType = "plus:stamp";
    private const string ReturnKey = "return";

    private HttpContext Http => accessor.HttpContext ?? throw new InvalidOperationException("There is no request.");

    /// <summary>Remembers who comes next.</summary>
    /// <param name="user">Whose password was right.</param>
    /// <param name="returnUrl">Where to go afterwards.</param>
    public Task BeginAsync(PortalUser user, string? returnUrl)
    {
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, user.Id.ToString()), new Claim(StampType, user.SecurityStamp ?? "")], Scheme);
        return Http.SignInAsync(Scheme, new ClaimsPrincipal(identity), new AuthenticationProperties { Items = { [ReturnKey] = returnUrl } });
    }

    /// <summary>Who is expected, and where to go afterwards; null when nobody is, or the account changed meanwhile.</summary>
    public async Task<(PortalUser User, string? ReturnUrl)?> ReadAsync()
    {
        var held = await Http.AuthenticateAsync(Scheme);
        if (!held.Succeeded || held.Principal.FindFirstValue(ClaimTypes.NameIdentifier) is not { } id) return null;
        if (await users.FindByIdAsync(id) is not { IsDisabled: false } user || user.SecurityStamp != held.Principal.FindFirstValue(StampType)) return null;
        return (user, held.Properties.Items.TryGetValue(ReturnKey, out var back) ? back : null);
    }

    /// <summary>Forgets it.</summary>
    public Task EndAsync() => Http.SignOutAsync(Scheme);
}
