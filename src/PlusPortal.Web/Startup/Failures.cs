using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using PlusPortal.Web.Security;
using PlusPortal.Web.Startup.Database;

namespace PlusPortal.Web.Startup;

/// <summary>What becomes of a failure: an answer in the portal's voice with the right status, and one stack in the log when the mistake is ours.</summary>
public static class Failures
{
    /// <summary>Shows the page of its status.</summary>
    public static void UseFailurePages(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/erreur/500",
            CreateScopeForErrors = true,
            StatusCodeSelector = StatusOf,
            SuppressDiagnosticsCallback = failure => failure.Exception is BadHttpRequestException,
        });
        app.UseStrangerDuringOutage();
        app.UseStatusCodePagesWithReExecute("/erreur/{0}");
        app.Use((context, next) =>
        {
            if (context.IsErrorPage) ForgetWhatWasSent(context);
            return next(context);
        });
    }

    /// <summary>What could not be read once is not read again for its error page.</summary>
    private static void ForgetWhatWasSent(HttpContext context)
    {
        context.Request.ContentType = null;
        context.Request.ContentLength = null;
        context.Request.Body = Stream.Null;
        context.Features.Set<IFormFeature>(new FormFeature(FormCollection.Empty));
    }

    /// <summary>What a visitor sent wrong (too long, too slow, cut off) keeps its status; the rest is the database's or ours.</summary>
    private static int StatusOf(Exception failure) => failure is BadHttpRequestException refused ? refused.StatusCode : DatabaseOutage.StatusOf(failure);
}
