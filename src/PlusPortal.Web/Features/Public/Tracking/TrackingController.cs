using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using PlusPortal.Domain.Requests.Masking;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Web.Addresses;
using PlusPortal.Web.Security;

namespace PlusPortal.Web.Features.Public.Tracking;

/// <summary>The structure follows its request through a private link, without an account.</summary>
[Area(Areas.Public)]
[Route("suivi/{token}")]
[ServiceFilter<TrackingAccess>]
public sealed class TrackingController(TrackingReader reader, FollowRequest follow) : Controller
{
    private TrackedRequest Tracked => HttpContext.Features.GetRequiredFeature<TrackedRequest>();

    /// <summary>Where the request is.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Show(CancellationToken ct) => View(await reader.ReadAsync(Tracked, ct));

    /// <summary>Proves the address: the button of the page that a link received by e-mail opens first.</summary>
    [HttpPost("adresse")]
    public async Task<IActionResult> ConfirmAddress(CancellationToken ct)
    {
        await follow.ProveAddressAsync(Tracked, ct);
        return BackToShow();
    }

    /// <summary>The question of PLUS.</summary>
    [HttpGet("reponse")]
    public async Task<IActionResult> Answer(CancellationToken ct) =>
        await reader.ReadQuestionAsync(Tracked, referralId: null, ct) is { } page ? View(page) : BackToShow();

    /// <summary>Answers it.</summary>
    [HttpPost("reponse")]
    public async Task<IActionResult> Answer([Bind(Prefix = "Form")] AnswerForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid) return await AgainAsync(form, referralId: null, ct);
        await follow.AnswerStaffAsync(Tracked, form, ct);
        return BackToShow(TrackingNotes.Answered);
    }

    /// <summary>The question of an actor.</summary>
    [HttpGet("interlocuteurs/{referralId:guid}/reponse")]
    public async Task<IActionResult> AnswerActor(Guid referralId, CancellationToken ct) =>
        await reader.ReadQuestionAsync(Tracked, referralId, ct) is { } page ? View(nameof(Answer), page) : BackToShow();

    /// <summary>Answers it.</summary>
    [HttpPost("interlocuteurs/{referralId:guid}/reponse")]
    public async Task<IActionResult> AnswerActor(Guid referralId, [Bind(Prefix = "Form")] AnswerForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid) return await AgainAsync(form, referralId, ct);
        var personal = await follow.AnswerActorAsync(Tracked, referralId, form, ct);
        if (personal.Count == 0) return BackToShow(TrackingNotes.Answered);
        ModelState.AddModelError("Form.Answer", "Un passage de votre réponse semble personnel. Reformulez-la sans lui, ou cochez la case pour l’envoyer en le masquant.");
        return await AgainAsync(form, referralId, ct, personal);
    }

    /// <summary>Agrees that an actor receives the request.</summary>
    [HttpPost("interlocuteurs/{referralId:guid}/accord")]
    public async Task<IActionResult> Agree(Guid referralId, CancellationToken ct)
    {
        await follow.AgreeAsync(Tracked, referralId, ct);
        return BackToShow();
    }

    /// <summary>The page before refusing an actor, or taking the request back from it.</summary>
    [HttpGet("interlocuteurs/{referralId:guid}/refus")]
    public async Task<IActionResult> Refuse(Guid referralId, CancellationToken ct) =>
        await reader.ReadRefusalAsync(Tracked, referralId, ct) is { } page ? View(page) : BackToShow();

    /// <summary>Refuses it.</summary>
    [HttpPost("interlocuteurs/{referralId:guid}/refus")]
    [ActionName(nameof(Refuse))]
    public async Task<IActionResult> ConfirmRefusal(Guid referralId, CancellationToken ct)
    {
        await follow.RefuseAsync(Tracked, referralId, ct);
        return BackToShow();
    }

    /// <summary>« Aucun ne me convient ».</summary>
    [HttpGet("autre-choix")]
    public Task<IActionResult> NoneSuits(CancellationToken ct) => MessageAsync(nameof(NoneSuits), Acts.RefuseProposals, new MessageForm(), ct);

    /// <summary>Refuses every actor proposed.</summary>
    [HttpPost("autre-choix")]
    public async Task<IActionResult> NoneSuits([Bind(Prefix = "Form")] MessageForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid) return await MessageAsync(nameof(NoneSuits), Acts.RefuseProposals, form, ct);
        await follow.RefuseAllAsync(Tracked, form.Message, ct);
        return BackToShow();
    }

    /// <summary>« Personne ne m’a rappelée ».</summary>
    [HttpGet("rappel")]
    public Task<IActionResult> NotCalledBack(CancellationToken ct) => MessageAsync(nameof(NotCalledBack), Acts.ReportNotCalledBack, new MessageForm(), ct);

    /// <summary>Tells PLUS.</summary>
    [HttpPost("rappel")]
    public async Task<IActionResult> NotCalledBack([Bind(Prefix = "Form")] MessageForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid) return await MessageAsync(nameof(NotCalledBack), Acts.ReportNotCalledBack, form, ct);
        await follow.ReportSilenceAsync(Tracked, form.Message, ct);
        return BackToShow();
    }

    /// <summary>The page before withdrawing the request.</summary>
    [HttpGet("retrait")]
    public Task<IActionResult> Withdraw(CancellationToken ct) => MessageAsync(nameof(Withdraw), Acts.Withdraw, new MessageForm(), ct);

    /// <summary>Withdraws it.</summary>
    [HttpPost("retrait")]
    public async Task<IActionResult> Withdraw([Bind(Prefix = "Form")] MessageForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid) return await MessageAsync(nameof(Withdraw), Acts.Withdraw, form, ct);
        await follow.WithdrawAsync(Tracked, form.Message, ct);
        return BackToShow();
    }

    private LocalRedirectResult BackToShow(string? done = null) => LocalRedirect(done is null ? PublicAddress.Tracking(Tracked.Token) : TrackingNotes.After(PublicAddress.Tracking(Tracked.Token), done));

    private async Task<IActionResult> AgainAsync(AnswerForm form, Guid? referralId, CancellationToken ct, IReadOnlyList<ProposedPassage>? personal = null)
    {
        if (await reader.ReadQuestionAsync(Tracked, referralId, ct) is not { } page) return BackToShow();
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return View(nameof(Answer), page with { Form = form, Personal = personal ?? [] });
    }

    private async Task<IActionResult> MessageAsync(string view, RequestAct act, MessageForm form, CancellationToken ct)
    {
        if (await reader.ReadMessageAsync(Tracked, act, form, ct) is not { } page) return BackToShow();
        if (!ModelState.IsValid) Response.StatusCode = StatusCodes.Status400BadRequest;
        return View(view, page);
    }
}
