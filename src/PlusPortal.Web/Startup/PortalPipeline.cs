using System.Globalization;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using PlusPortal.Web.Features.Api.Orientations;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Security;
using PlusPortal.Web.Security.Proxy;
using PlusPortal.Web.Startup.Logging;

namespace PlusPortal.Web.Startup;

/// <summary>What a request goes through, in order.</summary>
public static class PortalPipeline
{
    private const string OneYearImmutable = "public, max-age=31536000, immutable";

    /// <summary>Builds the pipeline and the routes.</summary>
    public static void UsePortal(this WebApplication app)
    {
        CultureInfo.DefaultThreadCurrentCulture = FrenchText.Culture;
        app.UseForwardedHeaders();
        app.UseCleanInput();
        app.UseRequestLog();
        app.UseFailurePages();
        app.UseSecurityHeaders();
        app.UseHttpsOnly();
        app.UsePublicCompression();
        app.UseStaticFiles(new StaticFileOptions
        {
            ContentTypeProvider = new FileExtensionContentTypeProvider { Mappings = { [".css"] = "text/css; charset=utf-8", [".js"] = "text/javascript; charset=utf-8" } },
            OnPrepareResponse = context => context.Context.Response.Headers.CacheControl =
                context.Context.Request.Query.ContainsKey("v") ? OneYearImmutable : "public, max-age=3600",
        });
        app.UseHeadLikeGet();
        app.UseRequestLocalization(new RequestLocalizationOptions
        {
            DefaultRequestCulture = new RequestCulture(FrenchText.Culture),
            SupportedCultures = [FrenchText.Culture],
            SupportedUICultures = [FrenchText.Culture],
            RequestCultureProviders = [],
        });
        app.UseRouting();
        app.RememberRoute();
        app.UseRequestTimeouts();
        app.UseAuthentication();
        app.UseSecurityTrail();
        app.UseAuthorization();
        app.UseRateLimiter();
        app.UseFormLimits();
        app.MapControllers();
        app.MapOpenApi(OrientationsServices.DocumentPattern).AllowAnonymous();

        // Without it an unknown address would meet the fallback policy and ask an anonymous visitor to sign in.
        app.MapFallback("{*path}", () => Results.NotFound()).AllowAnonymous();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteStatusAsync }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains("ready"), ResponseWriter = WriteStatusAsync }).AllowAnonymous();
    }

    /// <summary>One word: what is wrong is for the log and for staff.</summary>
    private static Task WriteStatusAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(report.Status.ToString());
    }
}
