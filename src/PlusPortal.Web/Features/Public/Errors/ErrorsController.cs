using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using PlusPortal.Web.Addresses;
using PlusPortal.Web.Features.Shared;
using PlusPortal.Web.Profile;
using PlusPortal.Web.Security;

namespace PlusPortal.Web.Features.Public.Errors;

/// <summary>Pages shown instead of a failed answer; the pipeline re-executes them. They need no database.</summary>
[Area(Areas.Public)]
[IgnoreAntiforgeryToken]
[ApiExplorerSettings(IgnoreApi = true)]
public sealed class ErrorsController(CurrentProfile profile) : Controller
{
    private const int OutageSeconds = 60;

    /// <summary>Page of a status code; programs get problem details.</summary>
    [Route("erreur/{status:int}")]
    public IActionResult Status([FromRoute] int status)
    {
        // Asked for by somebody, it would be a failure that never happened: in the log, and for whoever watches.
        if (!HttpContext.IsErrorPage) return NotFound();

        // After a failure, the pipeline has already told an outage of the database from a mistake of ours.
        var failure = HttpContext.Features.Get<IExceptionHandlerPathFeature>();
        if (failure is not null) status = Response.StatusCode;
        if (status is < StatusCodes.Status400BadRequest or > 599) status = StatusCodes.Status404NotFound;
        if (status == StatusCodes.Status503ServiceUnavailable) Response.Headers.RetryAfter = OutageSeconds.ToString(CultureInfo.InvariantCulture);

        var words = ErrorSentences.Of(status, RetryAfter());
        var original = HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? failure?.Path;
        if (new PathString(original).StartsWithSegments(ApiAddress.Root))
        {
            return Problem(
                statusCode: status, title: words.Title, detail: words.Happened,
                extensions: new Dictionary<string, object?> { ["reference"] = HttpContext.TraceReference });
        }

        Response.StatusCode = status;
        var retry = failure is not null && HttpMethods.IsGet(Request.Method) && Url.IsLocalUrl(failure.Path) ? failure.Path : null;
        return View("Error", new ErrorPage(words, retry, profile.LastKnownReach));
    }

    private TimeSpan? RetryAfter() =>
        int.TryParse(Response.Headers.RetryAfter, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds) : null;
}
