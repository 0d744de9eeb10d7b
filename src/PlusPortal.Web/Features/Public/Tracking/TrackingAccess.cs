using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Links;
using PlusPortal.Data.Requests.Followers;
using PlusPortal.Domain;
using PlusPortal.Web.Addresses;
using PlusPortal.Web.Features.Shared;
using PlusPortal.Web.Security;

namespace PlusPortal.Web.Features.Public.Tracking;

/// <summary>
/// The door of every page under a tracking link: a token that is malformed, unknown, expired, revoked or made for
/// something else gets one and the same answer. Reading never writes; see docs/adr on proving an address.
/// </summary>
public sealed class TrackingAccess(PortalDb db, TimeProvider clock, IModelMetadataProvider metadata, SecurityLog log) : IAsyncActionFilter, IExceptionFilter
{
    /// <inheritdoc />
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var token = context.RouteData.Values["token"] as string ?? "";
        if (await FindAsync(token, context.HttpContext.RequestAborted) is not { } tracked)
        {
            log.Write(SecurityEvent.LinkRefused);
            context.Result = View("Unknown", StatusCodes.Status404NotFound, model: null, context);
            return;
        }

        var action = (string?)context.RouteData.Values["action"];
        if (tracked.MustConfirmAddress && action != nameof(TrackingController.ConfirmAddress))
        {
            context.Result = action == nameof(TrackingController.Show)
                ? View("ConfirmAddress", StatusCodes.Status200OK, tracked, context)
                : new RedirectToActionResult(nameof(TrackingController.Show), "Tracking", new { token });
            return;
        }

        if (tracked.IsFollower && context.ActionDescriptor.EndpointMetadata.OfType<FirstPersonOnlyAttribute>().Any())
        {
            context.Result = View("FirstPersonOnly", StatusCodes.Status403Forbidden, tracked, context);
            return;
        }

        context.HttpContext.Features.Set(tracked);
        await next();
    }

    /// <summary>A move that is no longer possible, in words for the structure, with the way back to its page.</summary>
    public void OnException(ExceptionContext context)
    {
        if (context.Exception is not (DomainRuleException or DbUpdateException { IsConflict: true })) return;
        var page = new ConflictPage(
            "Votre demande a avancé depuis l’affichage de la page\u00A0: cette action n’est plus possible. Rien n’a changé. Voyez où en est votre demande.",
            PublicAddress.Tracking($"{context.RouteData.Values["token"]}"));
        context.Result = View("Conflict", StatusCodes.Status409Conflict, page, context);
        context.ExceptionHandled = true;
    }

    private async Task<TrackedRequest?> FindAsync(string token, CancellationToken ct)
    {
        // A longer text is hashed cut: the time of an answer must not tell the right length either.
        var cut = token.Length > LinkTokens.TextLength ? token[..LinkTokens.TextLength] + "-" : token;
        var link = await db.AccessLinks
            .Usable(cut, LinkPurpose.Tracking, clock.GetUtcNow())
            .Join(db.OrientationRequests.Where(request => request.AnonymisedAt == null), link => link.SubjectId, request => request.Id, (link, request) => new { request.Id, link.ProvesAddress, request.AddressProvenAt })
            .SingleOrDefaultAsync(ct);
        if (link is not null) return new TrackedRequest(link.Id, token, link.ProvesAddress && link.AddressProvenAt is null);

        var followed = await db.AccessLinks.Usable(cut, LinkPurpose.Following, clock.GetUtcNow())
            .Join(db.RequestFollowers.Following(), following => following.SubjectId, follower => follower.Id, (following, follower) => follower)
            .Where(follower => db.OrientationRequests.Any(request => request.Id == follower.RequestId && request.AnonymisedAt == null))
            .Select(follower => new { follower.Id, follower.RequestId })
            .SingleOrDefaultAsync(ct);
        return followed is null ? null : new TrackedRequest(followed.RequestId, token, MustConfirmAddress: false, followed.Id);
    }

    private ViewResult View(string name, int status, object? model, ActionContext context) => new()
    {
        ViewName = name,
        StatusCode = status,
        ViewData = new ViewDataDictionary(metadata, context.ModelState) { Model = model },
    };
}
