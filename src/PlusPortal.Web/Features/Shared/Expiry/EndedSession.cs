using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;
using PlusPortal.Web.Addresses;
using PlusPortal.Web.Security;

namespace PlusPortal.Web.Features.Shared.Expiry;

/// <summary>A form that was sent after the session had ended: what was typed is shown and kept, instead of the sign-in page alone.</summary>
public static class EndedSession
{
    /// <summary>Shows it; anything else goes to the sign-in page as before.</summary>
    /// <param name="redirect">The way to the sign-in page.</param>
    public static Func<RedirectContext<CookieAuthenticationOptions>, Task> Around(Func<RedirectContext<CookieAuthenticationOptions>, Task> redirect) => async context =>
    {
        if (!HttpMethods.IsPost(context.Request.Method)) await redirect(context);
        else if (await TypedForm.ReadAsync(context.Request) is { Fields.Count: > 0 } typed) await ShowAsync(context.HttpContext, typed);
        else context.Response.Redirect(PublicAddress.SignIn);
    };

    private static async Task ShowAsync(HttpContext http, TypedForm typed)
    {
        var services = http.RequestServices;
        var route = new RouteData(http.GetRouteData());
        route.Values["area"] = Areas.Public;
        var page = new ViewResult
        {
            ViewName = "/Features/Shared/Expiry/EndedSession.cshtml",
            StatusCode = StatusCodes.Status400BadRequest,
            ViewData = new ViewDataDictionary(services.GetRequiredService<IModelMetadataProvider>(), new ModelStateDictionary()) { Model = typed },
        };
        await services.GetRequiredService<IActionResultExecutor<ViewResult>>().ExecuteAsync(new ActionContext(http, route, new ActionDescriptor()), page);
    }
}
