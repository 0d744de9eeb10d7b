using Microsoft.AspNetCore.Diagnostics;
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
    }

    /// <summary>What a visitor sent wrong (too long, too slow, cut off) keeps its status; the rest is the database's or ours.</summary>
    private static int StatusOf(Exception failure) => failure is BadHttpRequestException refused ? refused.StatusCode : DatabaseOutage.StatusOf(failure);
}
