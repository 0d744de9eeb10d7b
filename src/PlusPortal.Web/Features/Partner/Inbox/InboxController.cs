using Microsoft.AspNetCore.Mvc;
using PlusPortal.Domain.Requests.Ladder;
using PlusPortal.Web.Features.Shared.Answers;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Privacy;
using PlusPortal.Web.Profile;
using PlusPortal.Web.Security;
using PlusPortal.Web.Security.Audit;

namespace PlusPortal.Web.Features.Partner.Inbox;

/// <summary>The requests sent to the partner's support actor, and its answers.</summary>
[Area(Areas.Partner)]
[Route("partenaire")]
public sealed class InboxController(
    InboxReader inbox, ReferralReader referrals, AnswerReferral answer, BetterActors betterActors, CurrentProfile profile, AuditLog audit, TransmissionRecorder transmissions) : Controller
{
    /// <summary>To answer first, then accepted.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await inbox.ReadAsync(User.SupportActorId, ct));

    /// <summary>One list, page by page.</summary>
    [HttpGet("demandes")]
    public async Task<IActionResult> List(InboxList liste, string? apres, CancellationToken ct) =>
        ModelState.IsValid ? View(await inbox.ReadListAsync(liste, User.SupportActorId, apres, ct)) : BadRequest();

    /// <summary>One referral.</summary>
    [HttpGet("demandes/{referralId:guid}")]
    public async Task<IActionResult> Referral(Guid referralId, CancellationToken ct)
    {
        if (await referrals.ReadAsync(referralId, User.SupportActorId, User.AsPartner, ct) is not { } page) return NotFound();
        if (page.Access is Access.None) return View("Gone", page);
        if (page.Contact.Count > 0)
        {
            audit.Read(page.RequestId, AuditAct.ContactRead);
            await transmissions.RecordContactAsync(page.RequestId, page.Id, User.SupportActorId, [.. page.Contact.Select(row => row.Code)], ct);
        }

        return View(page);
    }

    /// <summary>« Je m’en occupe ».</summary>
    [HttpPost("demandes/{referralId:guid}/acceptation")]
    public async Task<IActionResult> Accept(Guid referralId, CancellationToken ct) =>
        Back(referralId, await answer.AcceptAsync(Me(referralId), ct));

    /// <summary>The page of the later day.</summary>
    [HttpGet("demandes/{referralId:guid}/date")]
    public Task<IActionResult> OfferDate(Guid referralId, CancellationToken ct) => FormAsync(nameof(OfferDate), referralId, page => page.CanOfferDate, new StartDateForm(), ct);

    /// <summary>« Oui, mais à partir du… ».</summary>
    [HttpPost("demandes/{referralId:guid}/date")]
    public async Task<IActionResult> OfferDate(Guid referralId, [Bind(Prefix = "Form")] StartDateForm form, CancellationToken ct)
    {
        var (day, problem) = form.Read(await profile.TodayAsync(ct));
        if (problem is not null) ModelState.AddModelError("Form.From", problem);
        if (!ModelState.IsValid) return await FormAsync(nameof(OfferDate), referralId, page => page.CanOfferDate, form, ct);
        return Back(referralId, await answer.OfferDateAsync(Me(referralId), day!.Value, ct));
    }

    /// <summary>Takes my last answer back, while nobody was told of it.</summary>
    [HttpPost("demandes/{referralId:guid}/annulation")]
    public async Task<IActionResult> Undo(Guid referralId, CancellationToken ct) => Back(referralId, await answer.UndoAsync(Me(referralId), ct));

    /// <summary>« Toujours en cours », in one press.</summary>
    [HttpPost("demandes/{referralId:guid}/nouvelles")]
    public async Task<IActionResult> StillUnderWay(Guid referralId, CancellationToken ct)
    {
        var today = await profile.TodayAsync(ct);
        return Back(referralId, await answer.ReportAsync(Me(referralId), new RungSeen(Rung.UnderWay, LadderSide.Actor, today.Date), ct));
    }

    /// <summary>The page that notes a contact, or what became of the need.</summary>
    [HttpGet("demandes/{referralId:guid}/etape")]
    public async Task<IActionResult> Note(Guid referralId, string? quoi, CancellationToken ct)
    {
        var today = await profile.TodayAsync(ct);
        var form = new RungForm { Rung = RungForm.Rungs.FirstOrDefault(choice => choice.Value == quoi)?.Value, On = TypedDate.Of(today.Date) };
        return await FormAsync(nameof(Note), referralId, page => page.CanReport, form, ct);
    }

    /// <summary>Notes it.</summary>
    [HttpPost("demandes/{referralId:guid}/etape")]
    public async Task<IActionResult> Note(Guid referralId, [Bind(Prefix = "Form")] RungForm form, CancellationToken ct)
    {
        if (await referrals.ReadAsync(referralId, User.SupportActorId, User.AsPartner, ct) is not { } page) return NotFound();
        var (day, problem) = form.Read(page.SentOn, await profile.TodayAsync(ct));
        if (problem is not null) ModelState.AddModelError("Form.On", problem);
        if (!ModelState.IsValid) return await FormAsync(nameof(Note), referralId, opened => opened.CanReport, form, ct);
        var noted = await answer.ReportAsync(Me(referralId), form.Seen(day!.Value), ct);
        if (noted.Standing is not { } standing) return Back(referralId, noted);
        ModelState.AddModelError("Form.On", RungClashWords.Of(standing));
        return await FormAsync(nameof(Note), referralId, opened => opened.CanReport, form, ct);
    }

    /// <summary>Takes back what was noted by mistake.</summary>
    [HttpPost("demandes/{referralId:guid}/etape/retrait")]
    public async Task<IActionResult> TakeRungBack(Guid referralId, Guid etape, CancellationToken ct) => Back(referralId, await answer.TakeRungBackAsync(Me(referralId), etape, ct));

    /// <summary>The page that declines.</summary>
    [HttpGet("demandes/{referralId:guid}/refus")]
    public Task<IActionResult> Decline(Guid referralId, CancellationToken ct) => DeclineAsync(referralId, handsBack: false, DeclineForm.New(), [], ct);

    /// <summary>« Ce n’est pas pour moi ».</summary>
    [HttpPost("demandes/{referralId:guid}/refus")]
    public async Task<IActionResult> Decline(Guid referralId, [Bind(Prefix = "Form")] DeclineForm form, CancellationToken ct)
    {
        if (await FindBetterActorAsync(form, ct) is { } candidates) return await DeclineAsync(referralId, handsBack: false, form, candidates, ct);
        return await GivenUpAsync(await answer.DeclineAsync(Me(referralId), form.ToDecline(), ct), referralId, handsBack: false, form, ct);
    }

    /// <summary>The page that hands an accepted request back.</summary>
    [HttpGet("demandes/{referralId:guid}/restitution")]
    public Task<IActionResult> HandBack(Guid referralId, CancellationToken ct) => DeclineAsync(referralId, handsBack: true, DeclineForm.New(), [], ct);

    /// <summary>Hands it back.</summary>
    [HttpPost("demandes/{referralId:guid}/restitution")]
    public async Task<IActionResult> HandBack(Guid referralId, [Bind(Prefix = "Form")] DeclineForm form, CancellationToken ct)
    {
        if (await FindBetterActorAsync(form, ct) is { } candidates) return await DeclineAsync(referralId, handsBack: true, form, candidates, ct);
        return await GivenUpAsync(await answer.HandBackAsync(Me(referralId), form.ToDecline(), ct), referralId, handsBack: true, form, ct);
    }

    /// <summary>The page of the one question.</summary>
    [HttpGet("demandes/{referralId:guid}/question")]
    public Task<IActionResult> Ask(Guid referralId, CancellationToken ct) => FormAsync(nameof(Ask), referralId, page => page.CanAsk, new QuestionForm(), ct);

    /// <summary>« Il me manque une information ».</summary>
    [HttpPost("demandes/{referralId:guid}/question")]
    public async Task<IActionResult> Ask(Guid referralId, [Bind(Prefix = "Form")] QuestionForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid) return await FormAsync(nameof(Ask), referralId, page => page.CanAsk, form, ct);
        return Back(referralId, await answer.AskAsync(Me(referralId), form.Question!, ct));
    }

    /// <summary>The page that ends the support.</summary>
    [HttpGet("demandes/{referralId:guid}/cloture")]
    public Task<IActionResult> Complete(Guid referralId, CancellationToken ct) => FormAsync(nameof(Complete), referralId, page => page.CanEnd, new OutcomeForm(), ct);

    /// <summary>Ends it with its outcome.</summary>
    [HttpPost("demandes/{referralId:guid}/cloture")]
    public async Task<IActionResult> Complete(Guid referralId, [Bind(Prefix = "Form")] OutcomeForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid) return await FormAsync(nameof(Complete), referralId, page => page.CanEnd, form, ct);
        var ended = await answer.CompleteAsync(Me(referralId), form, ct);
        if (ended.Standing is not { } standing) return Back(referralId, ended.IsFound);
        ModelState.AddModelError("Form.Need", RungClashWords.Of(standing));
        return await FormAsync(nameof(Complete), referralId, page => page.CanEnd, form, ct);
    }

    private Answerer Me(Guid referralId) => new(referralId, User.SupportActorId, User.AsPartner);

    private IActionResult Back(Guid referralId, bool found) => found ? RedirectToAction(nameof(Referral), new { referralId }) : NotFound();

    private IActionResult Back(Guid referralId, RungResult noted) => noted.IsFound ? RedirectToAction(nameof(Referral), new { referralId, note = noted.Note }) : NotFound();

    private async Task<IActionResult> GivenUpAsync(DeclineResult result, Guid referralId, bool handsBack, DeclineForm form, CancellationToken ct)
    {
        if (result != DeclineResult.Sensitive) return Back(referralId, result == DeclineResult.Done);
        ModelState.AddModelError("Form.Sentence", DeclineForm.SensitiveSentence);
        return await DeclineAsync(referralId, handsBack, form, [], ct);
    }

    /// <summary>Names the better placed actor in the form. Null when all is well; else the names to choose from, with the errors said.</summary>
    private async Task<IReadOnlyList<ActorChoice>?> FindBetterActorAsync(DeclineForm form, CancellationToken ct)
    {
        var match = await betterActors.MatchAsync(form, User.SupportActorId, ct);
        if (match.Error is { } error) ModelState.AddModelError("Form." + error.Field, error.Sentence);
        return ModelState.IsValid ? null : match.Candidates;
    }

    private async Task<IActionResult> DeclineAsync(Guid referralId, bool handsBack, DeclineForm form, IReadOnlyList<ActorChoice> candidates, CancellationToken ct)
    {
        if (await referrals.ReadAsync(referralId, User.SupportActorId, User.AsPartner, ct) is not { } page) return NotFound();
        if (!(handsBack ? page.CanEnd : page.CanAnswer)) return RedirectToAction(nameof(Referral), new { referralId });
        if (!ModelState.IsValid) Response.StatusCode = StatusCodes.Status400BadRequest;
        return View(nameof(Decline), new DeclinePage(referralId, page.Reference, handsBack, form, candidates));
    }

    private async Task<IActionResult> FormAsync<TForm>(string view, Guid referralId, Func<ReferralPage, bool> isOpen, TForm form, CancellationToken ct)
    {
        if (await referrals.ReadAsync(referralId, User.SupportActorId, User.AsPartner, ct) is not { } page) return NotFound();
        if (!isOpen(page)) return RedirectToAction(nameof(Referral), new { referralId });
        if (!ModelState.IsValid) Response.StatusCode = StatusCodes.Status400BadRequest;
        return View(view, new ReferralFormPage<TForm>(referralId, page.Reference, form));
    }
}
