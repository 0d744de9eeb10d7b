using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace PlusPortal.Web.Security;

/// <summary>
/// A session is checked against its account once a minute, counted from its cookie. When the clock was set back, a cookie
/// comes from the future: it would be believed until the clock has caught up, and live longer by as much.
/// </summary>
internal static class SessionAfterClockStep
{
    /// <summary>Has such a session checked now, and its life counted from now.</summary>
    /// <param name="check">The check of Identity.</param>
    public static Func<CookieValidatePrincipalContext, Task> Before(Func<CookieValidatePrincipalContext, Task> check) => context =>
    {
        var services = context.HttpContext.RequestServices;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        if (context.Properties.IssuedUtc is { } issued && issued > now)
        {
            var step = issued - now + services.GetRequiredService<IOptions<SecurityStampValidatorOptions>>().Value.ValidationInterval + TimeSpan.FromSeconds(1);
            context.Properties.IssuedUtc -= step;
            context.Properties.ExpiresUtc -= step;
        }

        return check(context);
    };
}
