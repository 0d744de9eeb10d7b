using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using PlusPortal.Web.Links;

namespace PlusPortal.Web.Security.Proxy;

/// <summary>The cookies that live as long as the browser: that of the session, and that of the forms.</summary>
public static class PortalCookies
{
    /// <summary>Browsers take a cookie of such a name only over TLS, for this very host and all its paths: no neighbour can plant one.</summary>
    public const string HostPrefix = "__Host-";

    private const string Session = "plus-session";
    private const string Forms = "plus-antiforgery";

    /// <summary>Names and locks them. Without TLS, on a developer's machine, a browser would refuse the prefix.</summary>
    public static void AddPortalCookies(this IServiceCollection services)
    {
        services.AddOptions<AntiforgeryOptions>().Configure<IOptions<PortalOptions>>((options, portal) => Lock(options.Cookie, Forms, portal.Value.IsHttps));
        services.LockCookie(IdentityConstants.ApplicationScheme, Session);
    }

    /// <summary>Names and locks the cookie of a scheme.</summary>
    /// <param name="services">The services.</param>
    /// <param name="scheme">The scheme.</param>
    /// <param name="name">Name of its cookie, without the prefix.</param>
    public static void LockCookie(this IServiceCollection services, string scheme, string name) =>
        services.AddOptions<CookieAuthenticationOptions>(scheme).Configure<IOptions<PortalOptions>>((options, portal) => Lock(options.Cookie, name, portal.Value.IsHttps));

    /// <summary>A name as it is sent.</summary>
    public static string NameOf(string name, bool isHttps) => isHttps ? HostPrefix + name : name;

    private static void Lock(CookieBuilder cookie, string name, bool isHttps)
    {
        cookie.Name = NameOf(name, isHttps);
        cookie.SecurePolicy = isHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        cookie.Path = "/";
        cookie.HttpOnly = true;
    }
}
