using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Links;
using PlusPortal.Domain;
using PlusPortal.Domain.Requests.Ladder;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Addresses;
using PlusPortal.Web.Features.Partner.Inbox;
using PlusPortal.Web.Features.Public.ActorLinks;
using PlusPortal.Web.Features.Shared;
using PlusPortal.Web.Features.Shared.Answers;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Privacy;
using PlusPortal.Web.Profile;
using PlusPortal.Web.Security;
using PlusPortal.Web.Security.Audit;
using PlusPortal.Web.Security.Limits;

namespace PlusPortal.Web.Features.Public.FollowUp;

/// <summary>An actor follows what it took, through the link that went to its recorded address. Whom to call shows only after a code mailed there.</summary>
[Area(Areas.Public)]
[Route("suite/{token}")]
public sealed class FollowUpController(
    ActorLinkReader links, ReferralReader referrals, AnswerReferral answer, BetterActors betterActors, SendActorLink send, ContactDoor door,
    CurrentProfile profile, AuditLog audit, TransmissionRecorder transmissions) : Controller
{
    /// <summary>Where it stands, what can be noted, and whom to call once a code opened it.</summary>
    [HttpGet("")]
    public Task<IActionResult> Show(string? token, CancellationToken ct) => OpenAsync(
        token,
        async link =>
        {
            var isOpen = link.Status == ReferralStatus.Accepted && door.IsOpen(HttpContext, link);
            if (await referrals.ReadAsync(link.ReferralId, link.ActorId, Author.LinkHolder, ct, withContact: isOpen) is not { } page) return NotFound();
            if (page.Contact.Count > 0)
            {
                audit.Read(link.RequestId, AuditAct.ContactRead);
                await transmissions.RecordContactAsync(link.RequestId, link.ReferralId, link.ActorId, [.. page.Contact.Select(row => row.Code)], ct);
            }

            return View("Show", new FollowUpPage(link, page));
        },
        ct);

    /// <summary>Mails a code to the recorded address.</summary>
    [HttpPost("code")]
    [LimitPerLink(LinkPurpose.ReferralFollowUp)]
    public Task<IActionResult> SendCode(string? token, CancellationToken ct) => OpenAsync(
        token,
        async link =>
        {
            if (link.Status != ReferralStatus.Accepted) return Back(token);
            if (await door.SendCodeAsync(link.ReferralId, ct)) return RedirectToAction(nameof(Code), new { token });
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return View("NoMoreCodes", new FollowUpFormPage<CodeForm>(link, new CodeForm()));
        },
        ct);

    /// <summary>Where the code is typed.</summary>
    [HttpGet("code")]
    public Task<IActionResult> Code(string? token, CancellationToken ct) => OpenAsync(
        token,
        link => Task.FromResult(link.Status == ReferralStatus.Accepted ? Form("Code", new FollowUpFormPage<CodeForm>(link, new CodeForm())) : Back(token)),
        ct);

    /// <summary>Opens the contact details for an hour, in this browser.</summary>
    [HttpPost("ouverture")]
    [LimitPerLink(LinkPurpose.ReferralFollowUp)]
    public Task<IActionResult> Open(string? token, [Bind(Prefix = "Form")] CodeForm form, CancellationToken ct) => OpenAsync(
        token,
        async link =>
        {
            if (link.Status != ReferralStatus.Accepted) return Back(token);
            if (ModelState.IsValid && await door.TryOpenAsync(HttpContext, link, form.Digits, ct)) return Back(token);
            if (ModelState.IsValid) ModelState.AddModelError("Form.Code", "Ce code n’est pas le bon, ou il ne sert plus. Vérifiez le dernier e-mail reçu, ou demandez un nouveau code.");
            return Form("Code", new FollowUpFormPage<CodeForm>(link, form));
        },
        ct);

    /// <summary>Hides them again: on a computer that others use.</summary>
    [HttpPost("fermeture")]
    public Task<IActionResult> Close(string? token, CancellationToken ct) => OpenAsync(
        token,
        link =>
        {
            door.Close(HttpContext, link);
            return Task.FromResult(Back(token));
        },
        ct);

    /// <summary>« Toujours en cours », in one press.</summary>
    [HttpPost("nouvelles")]
    [LimitPerLink(LinkPurpose.ReferralFollowUp)]
    public async Task<IActionResult> StillUnderWay(string? token, CancellationToken ct)
    {
        var today = await profile.TodayAsync(ct);
        return await NoteAsync(token, new RungForm { Rung = nameof(Rung.UnderWay) }, today.Date, ct);
    }

    /// <summary>The page that notes a contact, or what became of the need.</summary>
    [HttpGet("etape")]
    public async Task<IActionResult> Note(string? token, string? quoi, CancellationToken ct)
    {
        var today = await profile.TodayAsync(ct);
        return await FormAsync(token, "Note", new RungForm { Rung = RungForm.Rungs.FirstOrDefault(choice => choice.Value == quoi)?.Value, On = TypedDate.Of(today.Date) }, ct, alsoCompleted: true);
    }

    /// <summary>Notes it.</summary>
    [HttpPost("etape")]
    [LimitPerLink(LinkPurpose.ReferralFollowUp)]
    public Task<IActionResult> Note(string? token, [Bind(Prefix = "Form")] RungForm form, CancellationToken ct) => OpenAsync(
        token,
        async link =>
        {
            var (day, problem) = form.Read(link.SentOn, await profile.TodayAsync(ct));
            if (problem is not null) ModelState.AddModelError("Form.On", problem);
            return ModelState.IsValid ? await NoteAsync(token, form, day!.Value, ct) : Form("Note", new FollowUpFormPage<RungForm>(link, form));
        },
        ct);

    /// <summary>Takes back what was noted by mistake.</summary>
    [HttpPost("etape/retrait")]
    [LimitPerLink(LinkPurpose.ReferralFollowUp)]
    public Task<IActionResult> TakeRungBack(string? token, Guid etape, CancellationToken ct) => ActAsync(token, wanted: null, link => answer.TakeRungBackAsync(Holder(link), etape, ct), ct);

    /// <summary>Takes back an end, or a request handed back, while nobody was told of it.</summary>
    [HttpPost("annulation")]
    [LimitPerLink(LinkPurpose.ReferralFollowUp)]
    public async Task<IActionResult> Undo(string? token, CancellationToken ct)
    {
        var link = await links.FindAsync(token, LinkPurpose.ReferralFollowUp, ct);
        if (link.State == ActorLinkState.Unknown) return this.Over(link, PublicAddress.FollowUp(link.Token));
        return await this.UndoneAsync(() => answer.UndoAsync(Holder(link), ct), () => links.FindAsync(token, LinkPurpose.ReferralFollowUp, ct), PublicAddress.FollowUp(link.Token));
    }

    /// <summary>The page that ends the support.</summary>
    [HttpGet("cloture")]
    public Task<IActionResult> Complete(string? token, CancellationToken ct) => FormAsync(token, "Complete", new OutcomeForm(), ct);

    /// <summary>Ends it with its outcome.</summary>
    [HttpPost("cloture")]
    [LimitPerLink(LinkPurpose.ReferralFollowUp)]
    public async Task<IActionResult> Complete(string? token, [Bind(Prefix = "Form")] OutcomeForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid) return await FormAsync(token, "Complete", form, ct);
        var known = await links.FindAsync(token, LinkPurpose.ReferralFollowUp, ct);
        if (known is { State: ActorLinkState.Works, Status: ReferralStatus.Completed, Outcome: { } noted } && noted != form.Outcome)
        {
            // Another tab ended it otherwise: that stands, and what was typed here is shown again.
            Response.StatusCode = StatusCodes.Status409Conflict;
            return View("Conflict", new ConflictPage($"La fin de votre suivi est déjà notée\u00A0: {ReferralOutcomes.All.LabelOf(noted)}. Ce que vous venez d’envoyer n’a rien changé.", PublicAddress.FollowUp(known.Token)));
        }

        RungResult? ended = null;
        var done = await ActAsync(token, ReferralStatus.Completed, async link => (ended = await answer.CompleteAsync(Holder(link), form, ct)).IsFound, ct);
        if (ended?.Standing is not { } standing) return done;
        ModelState.AddModelError("Form.Need", RungClashWords.Of(standing));
        return await FormAsync(token, "Complete", form, ct);
    }

    /// <summary>The page that hands the request back.</summary>
    [HttpGet("restitution")]
    public Task<IActionResult> HandBack(string? token, CancellationToken ct) => HandBackPageAsync(token, DeclineForm.New(), [], ct);

    /// <summary>Hands it back.</summary>
    [HttpPost("restitution")]
    [LimitPerLink(LinkPurpose.ReferralFollowUp)]
    public async Task<IActionResult> HandBack(string? token, [Bind(Prefix = "Form")] DeclineForm form, CancellationToken ct)
    {
        var link = await links.FindAsync(token, LinkPurpose.ReferralFollowUp, ct);
        var match = await betterActors.MatchAsync(form, link.ActorId, ct);
        if (match.Error is { } error) ModelState.AddModelError("Form." + error.Field, error.Sentence);
        if (!ModelState.IsValid) return await HandBackPageAsync(token, form, match.Candidates, ct);
        var result = DeclineResult.NotFound;
        var done = await ActAsync(token, ReferralStatus.Declined, async opened => (result = await answer.HandBackAsync(Holder(opened), form.ToDecline(), ct)) != DeclineResult.NotFound, ct);
        if (result != DeclineResult.Sensitive) return done;
        ModelState.AddModelError("Form.Sentence", DeclineForm.SensitiveSentence);
        return await HandBackPageAsync(token, form, match.Candidates, ct);
    }

    /// <summary>A new link, to the recorded address; the page says the same whatever leaves.</summary>
    [HttpPost("nouveau-lien")]
    [LimitPerLink(LinkPurpose.ReferralFollowUp)]
    public async Task<IActionResult> Renew(string? token, CancellationToken ct)
    {
        await send.ForLinkAsync(await links.FindAsync(token, LinkPurpose.ReferralFollowUp, ct), ct);
        return LocalRedirect(PublicAddress.ActorLinkAsked);
    }

    private static Answerer Holder(ActorLink link) => new(link.ReferralId, link.ActorId, Author.LinkHolder);

    private async Task<IActionResult> NoteAsync(string? token, RungForm form, DateOnly day, CancellationToken ct)
    {
        RungResult? noted = null;
        var done = await ActAsync(token, wanted: null, async link => (noted = await answer.ReportAsync(Holder(link), form.Seen(day), ct)).IsFound, ct);
        if (noted?.Standing is not { } standing) return noted?.Note is { } note ? RedirectToAction(nameof(Show), new { token, note }) : done;
        ModelState.AddModelError("Form.On", RungClashWords.Of(standing));
        return await FormAsync(token, "Note", form, ct, alsoCompleted: true);
    }

    private Task<IActionResult> FormAsync<TForm>(string? token, string view, TForm form, CancellationToken ct, bool alsoCompleted = false) => OpenAsync(
        token,
        link => Task.FromResult(link.Status == ReferralStatus.Accepted || alsoCompleted ? Form(view, new FollowUpFormPage<TForm>(link, form)) : Back(token)),
        ct);

    private Task<IActionResult> HandBackPageAsync(string? token, DeclineForm form, IReadOnlyList<ActorChoice> candidates, CancellationToken ct) => OpenAsync(
        token,
        link => Task.FromResult(link.Status == ReferralStatus.Accepted
            ? Form("HandBack", new FollowUpFormPage<DeclinePage>(link, new DeclinePage(link.ReferralId, link.Reference, HandsBack: true, form, candidates)))
            : Back(token)),
        ct);

    private IActionResult Form(string view, object page)
    {
        if (!ModelState.IsValid) Response.StatusCode = StatusCodes.Status400BadRequest;
        return View(view, page);
    }

    private async Task<IActionResult> OpenAsync(string? token, Func<ActorLink, Task<IActionResult>> show, CancellationToken ct)
    {
        var link = await links.FindAsync(token, LinkPurpose.ReferralFollowUp, ct);
        return link.State == ActorLinkState.Works ? await show(link) : this.Over(link, PublicAddress.FollowUp(link.Token));
    }

    /// <summary>Acts, and shows where the referral stands then. A second click finds it done.</summary>
    private async Task<IActionResult> ActAsync(string? token, ReferralStatus? wanted, Func<ActorLink, Task<bool>> act, CancellationToken ct)
    {
        var link = await links.FindAsync(token, LinkPurpose.ReferralFollowUp, ct);
        if (link.State != ActorLinkState.Works) return link.Status == wanted ? Back(token) : this.Over(link, PublicAddress.FollowUp(link.Token), isLate: true);
        try
        {
            return await act(link) ? Back(token) : NotFound();
        }
        catch (Exception lost) when (lost is DomainRuleException or DbUpdateException { IsConflict: true })
        {
            var now = await links.FindAsync(token, LinkPurpose.ReferralFollowUp, ct);
            if (now.Status == wanted) return Back(token);
            if (now.State != ActorLinkState.Works) return this.Over(now, PublicAddress.FollowUp(now.Token), isLate: true);
            Response.StatusCode = StatusCodes.Status409Conflict;
            var sentence = RuleSentences.Of(lost is DomainRuleException broken ? broken.Code : RuleCode.IllegalReferralTransition);
            return View("Conflict", new ConflictPage(sentence, PublicAddress.FollowUp(now.Token)));
        }
    }

    private IActionResult Back(string? token) => RedirectToAction(nameof(Show), new { token });
}

/// <summary>The code that came by e-mail.</summary>
public sealed class CodeForm
{
    /// <summary>As typed; spaces are welcome.</summary>
    [Required(ErrorMessage = "Tapez le code à 6 chiffres reçu par e-mail.")]
    [TypedLength(Term.CodeLength, ErrorMessage = "Ce code est trop long\u00A0: il a 6 chiffres.")]
    public string? Code { get; set; }

    /// <summary>Its digits.</summary>
    public string Digits => new([.. (Code ?? "").Where(char.IsAsciiDigit)]);
}
