using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Links;
using PlusPortal.Domain;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Web.Addresses;
using PlusPortal.Web.Features.Partner.Inbox;
using PlusPortal.Web.Features.Public.ActorLinks;
using PlusPortal.Web.Features.Shared;
using PlusPortal.Web.Features.Shared.Answers;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Profile;
using PlusPortal.Web.Security;
using PlusPortal.Web.Security.Limits;

namespace PlusPortal.Web.Features.Public.ReferralAnswer;

/// <summary>An actor answers through the link of its e-mail, with an account or without. Looking changes nothing, ever; a button does.</summary>
[Area(Areas.Public)]
[Route("reponse/{token}")]
public sealed class ReferralAnswerController(ActorLinkReader links, ReferralReader referrals, AnswerReferral answer, BetterActors betterActors, SendActorLink send, CurrentProfile profile) : Controller
{
    /// <summary>The request as far as an actor that has not accepted may read it, and the answers.</summary>
    [HttpGet("")]
    public Task<IActionResult> Show(string? token, CancellationToken ct) => OpenAsync(token, (link, page) => View(new AnswerPage(link, page)), ct);

    /// <summary>« Je m’en occupe ».</summary>
    [HttpPost("acceptation")]
    [LimitPerLink(LinkPurpose.ReferralAnswer)]
    public Task<IActionResult> Accept(string? token, CancellationToken ct) => ActAsync(token, ReferralStatus.Accepted, link => answer.AcceptAsync(Holder(link), ct), ct);

    /// <summary>The page of the later day.</summary>
    [HttpGet("date")]
    public Task<IActionResult> Date(string? token, CancellationToken ct) => DatePageAsync(token, new StartDateForm(), ct);

    /// <summary>« Oui, mais à partir du… ».</summary>
    [HttpPost("date")]
    [LimitPerLink(LinkPurpose.ReferralAnswer)]
    public async Task<IActionResult> Date(string? token, [Bind(Prefix = "Form")] StartDateForm form, CancellationToken ct)
    {
        var (day, problem) = form.Read(await profile.TodayAsync(ct));
        if (problem is not null) ModelState.AddModelError("Form.From", problem);
        if (!ModelState.IsValid) return await DatePageAsync(token, form, ct);
        return await ActAsync(token, ReferralStatus.DateOffered, link => answer.OfferDateAsync(Holder(link), day!.Value, ct), ct);
    }

    /// <summary>Takes an answer back that was given through a link, while nobody was told of it.</summary>
    [HttpPost("annulation")]
    [LimitPerLink(LinkPurpose.ReferralAnswer)]
    public async Task<IActionResult> Undo(string? token, CancellationToken ct)
    {
        var link = await links.FindAsync(token, LinkPurpose.ReferralAnswer, ct);
        if (link.State == ActorLinkState.Unknown) return this.Over(link, PublicAddress.ReferralAnswer(link.Token));
        return await this.UndoneAsync(() => answer.UndoAsync(Holder(link), ct), () => links.FindAsync(token, LinkPurpose.ReferralAnswer, ct), PublicAddress.ReferralAnswer(link.Token));
    }

    /// <summary>The page of the one question.</summary>
    [HttpGet("question")]
    public Task<IActionResult> Ask(string? token, CancellationToken ct) => AskPageAsync(token, new QuestionForm(), ct);

    /// <summary>« Il me manque une information ».</summary>
    [HttpPost("question")]
    [LimitPerLink(LinkPurpose.ReferralAnswer)]
    public Task<IActionResult> Ask(string? token, [Bind(Prefix = "Form")] QuestionForm form, CancellationToken ct) => ModelState.IsValid
        ? ActAsync(token, ReferralStatus.InformationRequested, link => answer.AskAsync(Holder(link), form.Question!, ct), ct)
        : AskPageAsync(token, form, ct);

    /// <summary>The page that declines.</summary>
    [HttpGet("refus")]
    public Task<IActionResult> Decline(string? token, CancellationToken ct) => DeclinePageAsync(token, DeclineForm.New(), [], ct);

    /// <summary>« Ce n’est pas pour moi ».</summary>
    [HttpPost("refus")]
    [LimitPerLink(LinkPurpose.ReferralAnswer)]
    public async Task<IActionResult> Decline(string? token, [Bind(Prefix = "Form")] DeclineForm form, CancellationToken ct)
    {
        var link = await links.FindAsync(token, LinkPurpose.ReferralAnswer, ct);
        if (link.State != ActorLinkState.Works) return Late(link, ReferralStatus.Declined);
        var match = await betterActors.MatchAsync(form, link.ActorId, ct);
        if (match.Error is { } error) ModelState.AddModelError("Form." + error.Field, error.Sentence);
        if (!ModelState.IsValid) return await DeclinePageAsync(token, form, match.Candidates, ct);
        var result = DeclineResult.NotFound;
        var done = await ActAsync(token, ReferralStatus.Declined, async opened => (result = await answer.DeclineAsync(Holder(opened), form.ToDecline(), ct)) != DeclineResult.NotFound, ct);
        if (result != DeclineResult.Sensitive) return done;
        ModelState.AddModelError("Form.Sentence", DeclineForm.SensitiveSentence);
        return await DeclinePageAsync(token, form, match.Candidates, ct);
    }

    /// <summary>A new link, to the recorded address; the page says the same whatever leaves.</summary>
    [HttpPost("nouveau-lien")]
    [LimitPerLink(LinkPurpose.ReferralAnswer)]
    public async Task<IActionResult> Renew(string? token, CancellationToken ct)
    {
        await send.ForLinkAsync(await links.FindAsync(token, LinkPurpose.ReferralAnswer, ct), ct);
        return LocalRedirect(PublicAddress.ActorLinkAsked);
    }

    private static Answerer Holder(ActorLink link) => new(link.ReferralId, link.ActorId, Author.LinkHolder);

    private Task<IActionResult> DatePageAsync(string? token, StartDateForm form, CancellationToken ct) => OpenAsync(token, (link, _) => Form("Date", new AnswerFormPage<StartDateForm>(link, form)), ct);

    private Task<IActionResult> AskPageAsync(string? token, QuestionForm form, CancellationToken ct) =>
        OpenAsync(token, (link, page) => page.CanAsk ? Form("Ask", new AnswerFormPage<QuestionForm>(link, form)) : Back(token), ct);

    private Task<IActionResult> DeclinePageAsync(string? token, DeclineForm form, IReadOnlyList<ActorChoice> candidates, CancellationToken ct) => OpenAsync(
        token,
        (link, page) => Form("Decline", new AnswerFormPage<DeclinePage>(link, new DeclinePage(link.ReferralId, page.Reference, HandsBack: false, form, candidates))),
        ct);

    private ViewResult Form(string view, object page)
    {
        if (!ModelState.IsValid) Response.StatusCode = StatusCodes.Status400BadRequest;
        return View(view, page);
    }

    private async Task<IActionResult> OpenAsync(string? token, Func<ActorLink, ReferralPage, IActionResult> show, CancellationToken ct)
    {
        var link = await links.FindAsync(token, LinkPurpose.ReferralAnswer, ct);
        if (link.State != ActorLinkState.Works) return this.Over(link, PublicAddress.ReferralAnswer(link.Token));
        var page = await referrals.ReadAsync(link.ReferralId, link.ActorId, Author.LinkHolder, ct, withContact: false);

        // Somebody answered between the two looks.
        return page is { CanAnswer: true } ? show(link, page) : this.Over(await links.FindAsync(token, LinkPurpose.ReferralAnswer, ct), PublicAddress.ReferralAnswer(link.Token));
    }

    /// <summary>Acts, and shows where the referral stands then. A second click finds it done; whoever answered something else in between is told.</summary>
    private async Task<IActionResult> ActAsync(string? token, ReferralStatus wanted, Func<ActorLink, Task<bool>> act, CancellationToken ct)
    {
        var link = await links.FindAsync(token, LinkPurpose.ReferralAnswer, ct);
        if (link.State != ActorLinkState.Works) return Late(link, wanted);
        try
        {
            return await act(link) ? Back(token) : NotFound();
        }
        catch (Exception lost) when (lost is DomainRuleException or DbUpdateException { IsConflict: true })
        {
            var now = await links.FindAsync(token, LinkPurpose.ReferralAnswer, ct);
            if (now.State != ActorLinkState.Works) return Late(now, wanted);
            Response.StatusCode = StatusCodes.Status409Conflict;
            var sentence = lost is DomainRuleException broken ? RuleSentences.Of(broken.Code) : RuleSentences.Of(RuleCode.IllegalReferralTransition);
            return View("Conflict", new ConflictPage(sentence, PublicAddress.ReferralAnswer(now.Token)));
        }
    }

    private IActionResult Late(ActorLink link, ReferralStatus wanted) =>
        link.State == ActorLinkState.Used && link.Status == wanted ? Back(link.Token) : this.Over(link, PublicAddress.ReferralAnswer(link.Token), isLate: true);

    private RedirectToActionResult Back(string? token) => RedirectToAction(nameof(Show), new { token });
}
