using PlusPortal.Web.Startup.Logging;

namespace PlusPortal.Web.Security;

/// <summary>Headers of every answer. No inline script or style anywhere, hence a policy without exception but the previews of e-mails, in Development.</summary>
public static class SecurityHeaders
{
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
        "manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

    /// <summary>Adds the headers before anything is written. Pages are private unless they say otherwise.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            if (string.IsNullOrEmpty(headers.ContentSecurityPolicy)) headers.ContentSecurityPolicy = ContentSecurityPolicy;
            headers.XContentTypeOptions = "nosniff";
            headers.TryAdd("Referrer-Policy", HoldsSecret(RequestLog.RouteOf(context)) ? "no-referrer" : "same-origin");
            if (HoldsSecret(RequestLog.RouteOf(context))) headers["X-Robots-Tag"] = "noindex, nofollow";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            if (string.IsNullOrEmpty(headers.CacheControl)) headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
        await next(context);
    });

    /// <summary>An address that holds a token travels nowhere, whatever is shown at it; one that is nobody's may be a private link that was copied badly.</summary>
    private static bool HoldsSecret(string route) => route.Contains("{token", StringComparison.Ordinal) || route == "/{*path}";
}
