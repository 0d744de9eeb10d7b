using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using PlusPortal.Web.Links;
using PlusPortal.Web.Security.Proxy;

namespace PlusPortal.Web.Security.Sessions;

/// <summary>
/// Browsers in which a person has signed in before: tries made elsewhere, by whoever knows the address, never hold up the owner here
/// (device cookie, OWASP). The cookie is locked by the keys of the portal and opens nothing by itself.
/// </summary>
public sealed class KnownDevices(IDataProtectionProvider protection, IOptions<PortalOptions> portal, IHttpContextAccessor accessor)
{
    private const string CookieName = "plus-device";

    /// <summary>How long a browser is remembered.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(365);

    private const int MostPeople = 5;

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("PlusPortal.KnownDevices").ToTimeLimitedDataProtector();

    private HttpContext Http => accessor.HttpContext ?? throw new InvalidOperationException("There is no request.");

    /// <summary>Name of the cookie, as it is sent.</summary>
    public string Name => PortalCookies.NameOf(CookieName, portal.Value.IsHttps);

    /// <summary>Whether that person has signed in here.</summary>
    public bool Knows(Guid userId) => People().Contains(userId);

    /// <summary>Remembers that it has.</summary>
    public void Remember(Guid userId)
    {
        var people = People().Where(known => known != userId).Prepend(userId).Take(MostPeople);
        Http.Response.Cookies.Append(Name, protector.Protect(string.Join(' ', people.Select(id => id.ToString("N"))), Life), new CookieOptions
        {
            HttpOnly = true,
            Secure = portal.Value.IsHttps,
            SameSite = SameSiteMode.Strict,
            Path = "/",
            MaxAge = Life,
            IsEssential = true,
        });
    }

    private IReadOnlyList<Guid> People()
    {
        if (Http.Request.Cookies[Name] is not { Length: > 0 } held) return [];
        try
        {
            return [.. protector.Unprotect(held).Split(' ').Select(Guid.Parse)];
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            // Over, of former keys, or made up.
            return [];
        }
    }
}
