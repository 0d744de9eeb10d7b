using Microsoft.Extensions.Options;
using PlusPortal.Web.Addresses;
using PlusPortal.Web.Links;

namespace PlusPortal.Web.Security.Proxy;

/// <summary>Where the public address is https, nothing is told over an open connection but the health of the process.</summary>
public static class HttpsOnly
{
    /// <summary>
    /// A page asked for without TLS is asked for again at the public address; a form or a program is refused, for what it sent
    /// has already travelled in the open (ASVS 5.0, 4.1.2). Browsers remember for a year.
    /// </summary>
    public static void UseHttpsOnly(this WebApplication app)
    {
        // Read at the first request: commands such as « migrate » build the pages too, and need no public address.
        var settings = app.Services.GetRequiredService<IOptions<PortalOptions>>();
        app.UseWhen(_ => settings.Value.IsHttps, secure => Lock(secure, settings));
    }

    private static void Lock(IApplicationBuilder app, IOptions<PortalOptions> settings)
    {
        app.UseHsts();
        app.Use((context, next) =>
        {
            var request = context.Request;
            if (request.IsHttps || request.Path.StartsWithSegments("/health") || context.IsErrorPage) return next(context);
            if ((HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && !request.Path.StartsWithSegments(ApiAddress.Root))
            {
                context.Response.Redirect(settings.Value.BaseAddress!.TrimEnd('/') + request.Path.ToUriComponent() + request.QueryString.ToUriComponent(), permanent: true, preserveMethod: true);
            }
            else
            {
                context.Response.Headers.Upgrade = "TLS/1.2";
                context.Response.StatusCode = StatusCodes.Status426UpgradeRequired;
            }

            return Task.CompletedTask;
        });
    }
}
