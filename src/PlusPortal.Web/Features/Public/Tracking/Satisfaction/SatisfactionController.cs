using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using PlusPortal.Data.Links;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Requests.Satisfaction;
using PlusPortal.Web.Addresses;
using PlusPortal.Web.Features.Shared;
using PlusPortal.Web.Security;
using PlusPortal.Web.Security.Limits;

namespace PlusPortal.Web.Features.Public.Tracking.Satisfaction;

/// <summary>Two questions to whoever made a request that ended, behind the link of its last mail; without an account, once.</summary>
[Area(Areas.Public)]
[Route("avis/{token}")]
public sealed class SatisfactionController(AnswerSatisfaction satisfaction, SecurityLog log) : Controller
{
    /// <summary>The questions; looking changes nothing.</summary>
    [HttpGet("")]
    public Task<IActionResult> Ask(string? token, CancellationToken ct) => PageAsync(token, new SatisfactionForm(), ct);

    /// <summary>Notes the answers.</summary>
    [HttpPost("")]
    [LimitPerLink(LinkPurpose.Satisfaction)]
    public async Task<IActionResult> Ask(string? token, [Bind(Prefix = "Form")] SatisfactionForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid) return await PageAsync(token, form, ct);
        var asked = await satisfaction.FindAsync(token, ct);
        if (asked.Request is null) return Over();
        if (asked.IsAnswered && !await satisfaction.WasSaidAsync(asked, form.ToSaid(), ct)) return this.SaidAlready(PublicAddress.Satisfaction(token!));
        if (!asked.IsAnswered) await satisfaction.AnswerAsync(asked.Request, form.ToSaid(), token, ct);
        return RedirectToAction(nameof(Ask), new { token });
    }

    private async Task<IActionResult> PageAsync(string? token, SatisfactionForm form, CancellationToken ct)
    {
        var asked = await satisfaction.FindAsync(token, ct);
        return asked.Request is null ? Over() : this.Page(asked, PublicAddress.Satisfaction(token!), back: null, form);
    }

    private ViewResult Over()
    {
        log.Write(SecurityEvent.LinkRefused);
        Response.StatusCode = StatusCodes.Status404NotFound;
        return View("NotAsked");
    }
}

/// <summary>The same two questions from the tracking page.</summary>
[Area(Areas.Public)]
[Route("suivi/{token}/avis")]
[ServiceFilter<TrackingAccess>]
[FirstPersonOnly]
public sealed class TrackedSatisfactionController(AnswerSatisfaction satisfaction) : Controller
{
    private TrackedRequest Tracked => HttpContext.Features.GetRequiredFeature<TrackedRequest>();

    private string Back => PublicAddress.Tracking(Tracked.Token);

    private string Own => PublicAddress.UnderTracking(Tracked.Token, "avis");

    /// <summary>The questions.</summary>
    [HttpGet("")]
    public Task<IActionResult> Ask(CancellationToken ct) => PageAsync(new SatisfactionForm(), ct);

    /// <summary>Notes the answers.</summary>
    [HttpPost("")]
    [LimitPerLink(LinkPurpose.Tracking)]
    public async Task<IActionResult> Ask([Bind(Prefix = "Form")] SatisfactionForm form, CancellationToken ct)
    {
        var asked = await satisfaction.FindAsync(Tracked.RequestId, ct);
        if (asked.Request is null) return this.AskedNoMore(Back);
        if (!ModelState.IsValid) return await PageAsync(form, ct);
        if (asked.IsAnswered && !await satisfaction.WasSaidAsync(asked, form.ToSaid(), ct)) return this.SaidAlready(Own);
        if (!asked.IsAnswered) await satisfaction.AnswerAsync(asked.Request, form.ToSaid(), token: null, ct);
        return LocalRedirect(Own);
    }

    private async Task<IActionResult> PageAsync(SatisfactionForm form, CancellationToken ct)
    {
        var asked = await satisfaction.FindAsync(Tracked.RequestId, ct);
        return asked.Request is null ? LocalRedirect(Back) : this.Page(asked, Own, Back, form);
    }
}

/// <summary>What both doors show.</summary>
internal static class SatisfactionPages
{
    extension(Controller controller)
    {
        /// <summary>Another answer stands: this one is not kept, and is shown again to be copied.</summary>
        public IActionResult SaidAlready(string back)
        {
            controller.Response.StatusCode = StatusCodes.Status409Conflict;
            return controller.View("Conflict", new ConflictPage("Un avis a déjà été donné pour cette demande\u00A0: c’est lui qui compte, celui-ci n’est pas enregistré. Pour dire autre chose, joignez l’équipe PLUS.", back));
        }

        /// <summary>The request was opened again while somebody wrote: nothing is kept, and what was typed is shown again to be copied.</summary>
        public IActionResult AskedNoMore(string back)
        {
            controller.Response.StatusCode = StatusCodes.Status409Conflict;
            return controller.View("Conflict", new ConflictPage("Votre demande n’est plus terminée\u00A0: votre avis n’est pas enregistré. Lisez où elle en est sur votre page de suivi\u00A0; vous donnerez votre avis à la fin.", back));
        }

        /// <summary>The form, or the thanks once it is answered.</summary>
        public IActionResult Page(SatisfactionAsked asked, string action, string? back, SatisfactionForm form)
        {
            if (asked.IsAnswered) return controller.View("Thanks", new SatisfactionThanks(asked.Request!.Reference, back, asked.End!));
            if (!controller.ModelState.IsValid) controller.Response.StatusCode = StatusCodes.Status400BadRequest;
            return controller.View("Ask", new SatisfactionPage(action, back, asked.Request!.Reference, asked.End!, asked.Moment == SatisfactionMoment.Later, asked.Request.Referrals.Any(referral => referral.WasTold),
                asked.Request.Referrals.Any(referral => referral.Status is ReferralStatus.Accepted or ReferralStatus.Completed), form));
        }
    }
}
