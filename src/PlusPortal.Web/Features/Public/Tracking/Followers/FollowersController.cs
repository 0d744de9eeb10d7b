using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using PlusPortal.Data.Links;
using PlusPortal.Domain;
using PlusPortal.Web.Addresses;
using PlusPortal.Web.Security;
using PlusPortal.Web.Security.Limits;

namespace PlusPortal.Web.Features.Public.Tracking.Followers;

/// <summary>The person who sent the request invites others to follow it, and lets them follow no longer.</summary>
[Area(Areas.Public)]
[Route("suivi/{token}/personnes")]
[ServiceFilter<TrackingAccess>]
[FirstPersonOnly]
public sealed class FollowersController(InviteFollowers invite) : Controller
{
    private TrackedRequest Tracked => HttpContext.Features.GetRequiredFeature<TrackedRequest>();

    /// <summary>Who follows, and a form.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await invite.ReadAsync(Tracked, ct));

    /// <summary>Invites somebody.</summary>
    [HttpPost("")]
    [LimitPerLink(LinkPurpose.Tracking)]
    public async Task<IActionResult> Index([Bind(Prefix = "Form")] InviteFollowerForm form, CancellationToken ct)
    {
        if (ModelState.IsValid && await invite.ExecuteAsync(Tracked, form, ct) is { } refusal) ModelState.AddModelError("Form.Email", SentenceOf(refusal));
        if (ModelState.IsValid) return RedirectToAction(nameof(Index), new { token = Tracked.Token });
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return View(await invite.ReadAsync(Tracked, ct) with { Form = form });
    }

    /// <summary>Lets somebody follow no longer, at once.</summary>
    [HttpPost("{followerId:guid}/retrait")]
    public async Task<IActionResult> Remove(Guid followerId, CancellationToken ct)
    {
        await invite.RemoveAsync(Tracked, followerId, ct);
        return LocalRedirect(TrackingNotes.After(PublicAddress.UnderTracking(Tracked.Token, "personnes"), TrackingNotes.FollowerRemoved));
    }

    private static string SentenceOf(RuleCode refusal) => refusal switch
    {
        RuleCode.AlreadyDone => "C’est votre adresse\u00A0: écrivez celle de la personne à inviter.",
        RuleCode.TooManyFollowers => "Cinq personnes suivent déjà votre demande, ou y sont invitées. Retirez-en une, puis recommencez.",
        RuleCode.AddressNotProven => "Confirmez d’abord votre propre adresse, avec le lien reçu par e-mail, puis recommencez.",
        _ => "Votre demande est terminée\u00A0: elle ne se suit plus à plusieurs.",
    };
}
