using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Requests;
using PlusPortal.Domain;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Requests.Timelines;
using PlusPortal.Web.Features.Admin.Requests.Closing;
using PlusPortal.Web.Features.Partner.Inbox;
using PlusPortal.Web.Features.Shared.Answers;
using PlusPortal.Web.Profile;
using PlusPortal.Web.Security;

namespace PlusPortal.Web.Features.Admin.Requests.Referrals;

/// <summary>What staff do with one referral: record an answer, answer a question, end, take back, correct.</summary>
[Area(Areas.Admin)]
[Route(RequestLinks.RequestRoute + "/envois/{referralId:guid}")]
public sealed class ReferralsController(RequestForms forms, FollowReferral follow, BetterActors betterActors, CurrentProfile profile, PortalDb db) : Controller
{
    /// <summary>What an actor said.</summary>
    [HttpGet("reponse")]
    [StaffAct(nameof(Acts.AcceptReferral), ActPlace.Referral)]
    [StaffAct(nameof(Acts.HandBackReferral), ActPlace.Referral)]
    public Task<IActionResult> Record(string reference, Guid referralId, CancellationToken ct) => RecordPageAsync(reference, referralId, null, null, StatusCodes.Status200OK, ct);

    /// <summary>Records it.</summary>
    [HttpPost("reponse")]
    public async Task<IActionResult> Record(string reference, Guid referralId, Seen seen, [Bind(Prefix = "Form")] RecordAnswerForm form, CancellationToken ct)
    {
        var (startsOn, problem) = form.Answer == RecordAnswerForm.Offers ? new StartDateForm { From = form.From }.Read(await profile.TodayAsync(ct)) : (null, null);
        if (problem is not null) ModelState.AddModelError("Form.From", problem);
        var match = form.Answer == RecordAnswerForm.Declines ? await MatchAsync() : BetterActorMatch.Nobody;
        if (match.Error is { } error) ModelState.AddModelError("Form." + error.Field, error.Sentence);
        if (!ModelState.IsValid) return await Again(StatusCodes.Status400BadRequest);
        return await this.AnswerAsync(await follow.RecordAnswerAsync(reference, referralId, seen, form, startsOn, User.UserId, ct), reference, Again);

        Task<IActionResult> Again(int status) => RecordPageAsync(reference, referralId, form, seen, status, ct, match.Candidates);

        async Task<BetterActorMatch> MatchAsync()
        {
            var actorId = await db.Referrals.Where(referral => referral.Id == referralId && referral.Request!.Reference == reference).Select(referral => (Guid?)referral.ActorId).SingleOrDefaultAsync(ct);
            return actorId is { } id ? await betterActors.MatchAsync(form, id, ct) : BetterActorMatch.Nobody;
        }
    }

    /// <summary>Answer to the question of an actor.</summary>
    [HttpGet("precision")]
    [StaffAct(nameof(Acts.GiveInformation), ActPlace.Referral)]
    public Task<IActionResult> Inform(string reference, Guid referralId, CancellationToken ct) => InformPageAsync(reference, referralId, null, null, StatusCodes.Status200OK, ct);

    /// <summary>Gives it.</summary>
    [HttpPost("precision")]
    public async Task<IActionResult> Inform(string reference, Guid referralId, Seen seen, [Bind(Prefix = "Form")] StructureAnswerForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid) return await Again(StatusCodes.Status400BadRequest);
        return await this.AnswerAsync(await follow.GiveInformationAsync(reference, referralId, seen, form.Answer!, User.AsStaff, ct), reference, Again);

        Task<IActionResult> Again(int status) => InformPageAsync(reference, referralId, form, seen, status, ct);
    }

    /// <summary>Outcome of the support.</summary>
    [HttpGet("fin")]
    [StaffAct(nameof(Acts.CompleteReferral), ActPlace.Referral)]
    public Task<IActionResult> Complete(string reference, Guid referralId, CancellationToken ct) => CompletePageAsync(reference, referralId, null, null, StatusCodes.Status200OK, ct);

    /// <summary>Records it.</summary>
    [HttpPost("fin")]
    public async Task<IActionResult> Complete(string reference, Guid referralId, Seen seen, [Bind(Prefix = "Form")] CompleteForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid) return await Again(StatusCodes.Status400BadRequest);
        return await this.AnswerAsync(await follow.CompleteAsync(reference, referralId, seen, form, User.UserId, ct), reference, Again);

        Task<IActionResult> Again(int status) => CompletePageAsync(reference, referralId, form, seen, status, ct);
    }

    /// <summary>A contact, or what became of the need.</summary>
    [HttpGet("suite")]
    [StaffAct(nameof(Acts.ReportRung), ActPlace.Referral)]
    public Task<IActionResult> Report(string reference, Guid referralId, CancellationToken ct) => ReportPageAsync(reference, referralId, null, null, StatusCodes.Status200OK, ct);

    /// <summary>Records it.</summary>
    [HttpPost("suite")]
    public async Task<IActionResult> Report(string reference, Guid referralId, Seen seen, [Bind(Prefix = "Form")] HeardRungForm form, CancellationToken ct)
    {
        var sentOn = await db.Referrals.Where(referral => referral.Id == referralId && referral.Request!.Reference == reference).Select(referral => referral.SentOn).SingleOrDefaultAsync(ct);
        var (rung, field, sentence) = form.Read(sentOn ?? DateOnly.MinValue, await profile.TodayAsync(ct));
        if (rung is null) ModelState.AddModelError(field, sentence);
        if (!ModelState.IsValid) return await Again(StatusCodes.Status400BadRequest);
        return await this.AnswerAsync(await follow.ReportAsync(reference, referralId, seen, form, rung!, User.UserId, ct), reference, Again);

        Task<IActionResult> Again(int status) => ReportPageAsync(reference, referralId, form, seen, status, ct);
    }

    /// <summary>Takes back an answer that the same member of staff noted a moment ago.</summary>
    [HttpPost("annulation")]
    [StaffAct(nameof(Acts.UndoAnswer), ActPlace.Referral)]
    public async Task<IActionResult> Undo(string reference, Guid referralId, Seen seen, CancellationToken ct) =>
        await this.AnswerAsync(await follow.UndoAsync(reference, referralId, seen, User.AsStaff, ct), reference, seen, forms, ct);

    /// <summary>Confirmation before a referral is taken back.</summary>
    [HttpGet("retrait")]
    [StaffAct(nameof(Acts.CancelReferral), ActPlace.Referral)]
    public Task<IActionResult> Cancel(string reference, Guid referralId, CancellationToken ct) => CancelPageAsync(reference, referralId, null, StatusCodes.Status200OK, ct);

    /// <summary>Takes it back.</summary>
    [HttpPost("retrait")]
    public async Task<IActionResult> Cancel(string reference, Guid referralId, Seen seen, CancellationToken ct) =>
        await this.AnswerAsync(await follow.CancelAsync(reference, referralId, seen, User.AsStaff, ct), reference, status => CancelPageAsync(reference, referralId, seen, status, ct));

    /// <summary>Reason of a correction.</summary>
    [HttpGet("correction")]
    [StaffAct(nameof(Acts.CorrectReferral), ActPlace.Referral)]
    public Task<IActionResult> Correct(string reference, Guid referralId, CancellationToken ct) => CorrectPageAsync(reference, referralId, null, null, StatusCodes.Status200OK, ct);

    /// <summary>Corrects the answer of an actor.</summary>
    [HttpPost("correction")]
    public async Task<IActionResult> Correct(string reference, Guid referralId, Seen seen, [Bind(Prefix = "Form")] ReasonForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid) return await Again(StatusCodes.Status400BadRequest);
        return await this.AnswerAsync(await follow.CorrectAsync(reference, referralId, seen, form.Reason!, User.AsStaff, ct), reference, Again);

        Task<IActionResult> Again(int status) => CorrectPageAsync(reference, referralId, form, seen, status, ct);
    }

    private Task<IActionResult> RecordPageAsync(string reference, Guid referralId, RecordAnswerForm? typed, Seen? seen, int status, CancellationToken ct, IReadOnlyList<ActorChoice>? candidates = null) => PageAsync(
        "RecordAnswer",
        reference,
        referralId,
        _ => typed ?? new RecordAnswerForm(),
        referral => referral.Status == ReferralStatus.Accepted ? Acts.HandBackReferral : Acts.AcceptReferral,
        seen,
        status,
        (page, referral) => Task.FromResult(page with { Choices = RecordAnswerForm.AnswersFor(referral), Candidates = candidates ?? [] }),
        ct);

    private Task<IActionResult> InformPageAsync(string reference, Guid referralId, StructureAnswerForm? typed, Seen? seen, int status, CancellationToken ct) => PageAsync(
        "GiveInformation",
        reference,
        referralId,
        _ => typed ?? new StructureAnswerForm(),
        _ => Acts.GiveInformation,
        seen,
        status,
        async (page, _) => page with { Question = await LastQuestionAsync(referralId, ct) },
        ct);

    private Task<IActionResult> CompletePageAsync(string reference, Guid referralId, CompleteForm? typed, Seen? seen, int status, CancellationToken ct) =>
        PageAsync("Complete", reference, referralId, _ => typed ?? new CompleteForm(), _ => Acts.CompleteReferral, seen, status, null, ct);

    private Task<IActionResult> ReportPageAsync(string reference, Guid referralId, HeardRungForm? typed, Seen? seen, int status, CancellationToken ct) =>
        PageAsync("ReportRung", reference, referralId, _ => typed ?? new HeardRungForm(), _ => Acts.ReportRung, seen, status, null, ct);

    private Task<IActionResult> CancelPageAsync(string reference, Guid referralId, Seen? seen, int status, CancellationToken ct) =>
        PageAsync("CancelReferral", reference, referralId, _ => new CancelReferralForm(), _ => Acts.CancelReferral, seen, status, null, ct);

    private Task<IActionResult> CorrectPageAsync(string reference, Guid referralId, ReasonForm? typed, Seen? seen, int status, CancellationToken ct) =>
        PageAsync("CorrectReferral", reference, referralId, _ => typed ?? new ReasonForm(), _ => Acts.CorrectReferral, seen, status, null, ct);

    /// <summary>Opens a form page about a referral of the request; 404 when the referral is not one of its own.</summary>
    private async Task<IActionResult> PageAsync<TForm>(
        string view,
        string reference,
        Guid referralId,
        Func<OrientationRequest, TForm> form,
        Func<Referral, ReferralAct> actOn,
        Seen? seen,
        int status,
        Func<FormPage<TForm>, Referral, Task<FormPage<TForm>>>? complete,
        CancellationToken ct)
        where TForm : class
    {
        var actorName = await db.ActorNameAsync(reference, referralId, ct);
        if (actorName is null) return NotFound();
        var page = await forms.OpenAsync(reference, form, RefusalFor, seen, ct);
        if (page is null) return NotFound();
        page = page with { ActorName = actorName, ReferralId = referralId };
        if (complete is not null) page = await complete(page, page.Request.Referrals.Single(referral => referral.Id == referralId));
        return this.Form(view, page, status);

        RuleCode? RefusalFor(OrientationRequest request)
        {
            var referral = request.Referrals.Single(referral => referral.Id == referralId);
            return request.RefusalFor(actOn(referral), referral, User.AsStaff);
        }
    }

    private Task<string?> LastQuestionAsync(Guid referralId, CancellationToken ct) => db.Set<RequestNote>().AsNoTracking()
        .Where(note => note.ReferralId == referralId && note.Kind == NoteKind.QuestionFromPartner)
        .OrderByDescending(note => note.At).ThenByDescending(note => note.Id).Select(note => note.Text).FirstOrDefaultAsync(ct);
}
