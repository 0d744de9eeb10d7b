using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Links;
using PlusPortal.Data.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Requests.Timelines;
using PlusPortal.Web.Addresses;
using PlusPortal.Web.Email;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Security;
using PlusPortal.Web.Security.Limits;

namespace PlusPortal.Web.Features.Public.Tracking.Information;

/// <summary>The structure adds something that it was not asked.</summary>
[Area(Areas.Public)]
[Route("suivi/{token}/complement")]
[ServiceFilter<TrackingAccess>]
public sealed class InformationController(AddInformation add) : Controller
{
    private TrackedRequest Tracked => HttpContext.Features.GetRequiredFeature<TrackedRequest>();

    /// <summary>The form.</summary>
    [HttpGet("")]
    public Task<IActionResult> Add(CancellationToken ct) => PageAsync(new InformationForm(), ct);

    /// <summary>Adds it.</summary>
    [HttpPost("")]
    [LimitPerLink(LinkPurpose.Tracking, LinkPurpose.Following)]
    public async Task<IActionResult> Add([Bind(Prefix = "Form")] InformationForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid) return await PageAsync(form, ct);
        await add.ExecuteAsync(Tracked, form.Text!, ct);
        return LocalRedirect(TrackingNotes.After(PublicAddress.Tracking(Tracked.Token), TrackingNotes.Added));
    }

    private async Task<IActionResult> PageAsync(InformationForm form, CancellationToken ct)
    {
        if (await add.ReferenceAsync(Tracked, ct) is not { } reference) return LocalRedirect(PublicAddress.Tracking(Tracked.Token));
        if (!ModelState.IsValid) Response.StatusCode = StatusCodes.Status400BadRequest;
        return View(nameof(Add), new InformationPage(Tracked.Token, reference, form));
    }
}

/// <summary>What the structure adds.</summary>
public sealed class InformationForm
{
    /// <summary>The text.</summary>
    [Required(ErrorMessage = "Écrivez ce que vous voulez ajouter.")]
    [TypedLength(RequestNote.TextLength, ErrorMessage = "Raccourcissez votre texte\u00A0: 4\u00A0000 caractères au plus.")]
    public string? Text { get; set; }
}

/// <summary>The page.</summary>
public sealed record InformationPage(string Token, string Reference, InformationForm Form);

/// <summary>Adds something to a request, once however often the button is pressed.</summary>
public sealed class AddInformation(PortalDb db, Announcer announcer, TimeProvider clock)
{
    /// <summary>Reference of the request while something can be added to it; null otherwise.</summary>
    public async Task<string?> ReferenceAsync(TrackedRequest tracked, CancellationToken ct)
    {
        var request = await db.OrientationRequests.AsNoTracking().SingleAsync(request => request.Id == tracked.RequestId, ct);
        return request.May(Acts.AddInformation, tracked.By) ? request.Reference : null;
    }

    /// <summary>Adds it.</summary>
    public Task ExecuteAsync(TrackedRequest tracked, string text, CancellationToken ct) => db.RetryOnceAsync(async () =>
    {
        var request = await db.OrientationRequests.WithReferrals().Include(request => request.Notes).AsSplitQuery().SingleAsync(request => request.Id == tracked.RequestId, ct);
        request.AddInformation(text, tracked.By, clock.GetUtcNow());
        await announcer.AnnounceAsync(request, ct);
        return await db.SaveChangesAsync(ct);
    });
}
