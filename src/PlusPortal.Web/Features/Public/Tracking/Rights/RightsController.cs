using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using PlusPortal.Data.Links;
using PlusPortal.Domain.Announcements;
using PlusPortal.Web.Security;
using PlusPortal.Web.Security.Limits;

namespace PlusPortal.Web.Features.Public.Tracking.Rights;

/// <summary>From the tracking page: the person asks for its data, or for their erasure. Either needs a fresh proof of the address, which a mail asks for.</summary>
[Area(Areas.Public)]
[Route("suivi/{token}/mes-donnees")]
[ServiceFilter<TrackingAccess>]
[FirstPersonOnly]
public sealed class RightsController(SendDataProof send) : Controller
{
    private TrackedRequest Tracked => HttpContext.Features.GetRequiredFeature<TrackedRequest>();

    /// <summary>What can be asked for.</summary>
    [HttpGet("")]
    public IActionResult Index() => View(Tracked);

    /// <summary>Asks for the data.</summary>
    [HttpPost("acces")]
    [LimitPerLink(LinkPurpose.Tracking)]
    public Task<IActionResult> Access(CancellationToken ct) => AskAsync(Occasion.PersonalDataAsked, ct);

    /// <summary>Asks for their erasure.</summary>
    [HttpPost("effacement")]
    [LimitPerLink(LinkPurpose.Tracking)]
    public Task<IActionResult> Erasure(CancellationToken ct) => AskAsync(Occasion.ErasureAsked, ct);

    /// <summary>What happens next, the same whether a mail leaves or enough of them left already.</summary>
    [HttpGet("lien-demande")]
    public IActionResult Asked() => View(Tracked);

    private async Task<IActionResult> AskAsync(Occasion occasion, CancellationToken ct)
    {
        await send.ExecuteAsync(Tracked.RequestId, occasion, ct);
        return RedirectToAction(nameof(Asked), new { token = Tracked.Token });
    }
}
