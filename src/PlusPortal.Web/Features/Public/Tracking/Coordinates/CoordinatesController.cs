using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using PlusPortal.Data.Links;
using PlusPortal.Web.Addresses;
using PlusPortal.Web.Security;
using PlusPortal.Web.Security.Limits;

namespace PlusPortal.Web.Features.Public.Tracking.Coordinates;

/// <summary>The person corrects how to reach it: at once, but for its address, which a link proves first.</summary>
[Area(Areas.Public)]
[Route("suivi/{token}/coordonnees")]
[ServiceFilter<TrackingAccess>]
[FirstPersonOnly]
public sealed class CoordinatesController(CorrectCoordinates correct, AskOtherAddress ask) : Controller
{
    private TrackedRequest Tracked => HttpContext.Features.GetRequiredFeature<TrackedRequest>();

    /// <summary>What is recorded, in fields.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Edit(CancellationToken ct) => View(await correct.ReadAsync(Tracked, ct));

    /// <summary>Corrects name, telephone, channel and slot.</summary>
    [HttpPost("")]
    [LimitPerLink(LinkPurpose.Tracking)]
    public async Task<IActionResult> Edit([Bind(Prefix = "Form")] CoordinatesForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid) return await AgainAsync(page => page with { Form = form }, ct);
        await correct.ExecuteAsync(Tracked, form, ct);
        return LocalRedirect(PublicAddress.Tracking(Tracked.Token));
    }

    /// <summary>Asks for another address. The answer is the same whatever was typed.</summary>
    [HttpPost("adresse")]
    [LimitPerLink(LinkPurpose.Tracking)]
    public async Task<IActionResult> Address([Bind(Prefix = "Address")] OtherAddressForm address, CancellationToken ct)
    {
        if (!ModelState.IsValid) return await AgainAsync(page => page with { Address = address }, ct);
        await ask.ExecuteAsync(Tracked.RequestId, address.Email!.Trim(), ct);
        return LocalRedirect(PublicAddress.UnderTracking(Tracked.Token, "coordonnees/lien-demande"));
    }

    /// <summary>Withdraws the address that waits for its proof.</summary>
    [HttpPost("adresse/annulation")]
    public async Task<IActionResult> Cancel(CancellationToken ct)
    {
        await ask.CancelAsync(Tracked.RequestId, ct);
        return LocalRedirect(PublicAddress.UnderTracking(Tracked.Token, "coordonnees"));
    }

    /// <summary>What happens next.</summary>
    [HttpGet("lien-demande")]
    public IActionResult Asked() => View(Tracked);

    private async Task<IActionResult> AgainAsync(Func<CoordinatesPage, CoordinatesPage> typed, CancellationToken ct)
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return View(nameof(Edit), typed(await correct.ReadAsync(Tracked, ct)));
    }
}
