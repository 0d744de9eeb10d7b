using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using PlusPortal.Data.Links;
using PlusPortal.Web.Addresses;
using PlusPortal.Web.Forms;
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

    /// <summary>Corrects name, telephone, channel and slot, and asks for another address where one was typed.</summary>
    [HttpPost("")]
    [LimitPerLink(LinkPurpose.Tracking)]
    public Task<IActionResult> Edit([Bind(Prefix = "Form")] CoordinatesForm form, [Bind(Prefix = "Address")] OtherAddressForm address, CancellationToken ct) => SaveAsync(form, address, ct);

    /// <summary>The same, by the button beside the address.</summary>
    [HttpPost("adresse")]
    [LimitPerLink(LinkPurpose.Tracking)]
    public Task<IActionResult> Address([Bind(Prefix = "Form")] CoordinatesForm form, [Bind(Prefix = "Address")] OtherAddressForm address, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(address.Email)) ModelState.AddModelError("Address.Email", "Indiquez votre nouvelle adresse e-mail.");
        return SaveAsync(form, address, ct);
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

    private async Task<IActionResult> SaveAsync(CoordinatesForm form, OtherAddressForm address, CancellationToken ct)
    {
        var email = Typed.Line(address.Email);
        var recorded = await correct.ReadAsync(Tracked, ct);
        if (ModelState.IsValid && form.IsOutdated(recorded.Mark)) return Outdated(form, address, recorded);
        if (ModelState.IsValid && email is not null && await ask.ExecuteAsync(Tracked.RequestId, email, ct) is { } refusal) ModelState.AddModelError("Address.Email", refusal);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View(nameof(Edit), recorded with { Form = form, Address = address, Mark = form.Seen ?? recorded.Mark });
        }

        var corrected = await correct.ExecuteAsync(Tracked, form, ct);
        if (corrected == Correcting.Conflict) return Outdated(form, address, await correct.ReadAsync(Tracked, ct));
        var page = email is null ? PublicAddress.Tracking(Tracked.Token) : PublicAddress.UnderTracking(Tracked.Token, "coordonnees/lien-demande");
        return LocalRedirect(corrected switch
        {
            Correcting.Done => TrackingNotes.After(page, TrackingNotes.Corrected),
            Correcting.DoneAndTold => TrackingNotes.After(page, TrackingNotes.CorrectedForActors),
            _ => page,
        });
    }

    private ViewResult Outdated(CoordinatesForm form, OtherAddressForm address, CoordinatesPage recorded)
    {
        Response.StatusCode = StatusCodes.Status409Conflict;
        return View(nameof(Edit), recorded with { Recorded = recorded.Form, Form = form, Address = address });
    }
}
