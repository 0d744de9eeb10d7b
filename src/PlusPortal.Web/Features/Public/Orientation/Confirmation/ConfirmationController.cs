using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Limits;
using PlusPortal.Data.Links;
using PlusPortal.Web.Features.Public.Orientation.Drafts;
using PlusPortal.Web.Features.Shared;
using PlusPortal.Web.Links;
using PlusPortal.Web.Security;
using PlusPortal.Web.Security.Limits;

namespace PlusPortal.Web.Features.Public.Orientation.Confirmation;

/// <summary>The page after sending.</summary>
[Area(Areas.Public)]
[Route(OrientationLinks.Root)]
public sealed class ConfirmationController(PortalDb db, DraftAccess drafts, ConfirmationReader reader, PortalAddress addresses, TimeProvider clock) : Controller
{
    /// <summary>The reference, what happens next, the first proposals; the same on reload.</summary>
    [HttpGet(OrientationLinks.Prefix + OrientationLinks.ConfirmationSlug)]
    public async Task<IActionResult> Confirmation(Guid draftId, CancellationToken ct)
    {
        if (await drafts.OpenAsync(draftId, ct) is not { } opened) return NotFound();
        if (!opened.IsSubmitted) return LocalRedirect(OrientationLinks.Enter(draftId));
        Response.HideAddress();
        return await reader.ReadAsync(opened, addresses.Tracking, ct) is { } page ? View(page) : NotFound();
    }

    /// <summary>Makes the tracking link for a device that sent nothing itself. One that was revoked stays so.</summary>
    [HttpPost(OrientationLinks.Prefix + OrientationLinks.TrackingSlug)]
    [LimitPerClient(LimitPurpose.ResumeLink)]
    public async Task<IActionResult> MakeTrackingLink(Guid draftId, CancellationToken ct)
    {
        if (await drafts.OpenAsync(draftId, ct) is not { Draft.RequestId: { } requestId } opened) return NotFound();
        var closedAt = await db.OrientationRequests.Where(request => request.Id == requestId).Select(request => request.ClosedAt).SingleOrDefaultAsync(ct);
        var link = TrackingLink.For(opened.Secret, requestId, closedAt, clock.GetUtcNow());
        if (await db.AccessLinks.FindAsync([link.TokenHash], ct) is null) db.AccessLinks.Add(link);
        await db.SaveChangesAsync(ct);
        return LocalRedirect(OrientationLinks.Confirmation(draftId));
    }
}
