using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Requests;
using PlusPortal.Domain;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Web.Security;

namespace PlusPortal.Web.Features.Admin.Requests.Referrals;

/// <summary>Staff note what the structure said of an actor: that its later day suits or not, that the outcome is right, or that it is not.</summary>
[Area(Areas.Admin)]
[Route(RequestLinks.RequestRoute + "/envois/{referralId:guid}")]
public sealed class StructureWordController(RequestForms forms, FollowReferral follow, PortalDb db) : Controller
{
    /// <summary>The later day suits.</summary>
    [HttpGet("accord-date")]
    [StaffAct(nameof(Acts.AgreeToDate), ActPlace.Referral)]
    public Task<IActionResult> AgreeToDate(string reference, Guid referralId, CancellationToken ct) => PageAsync(nameof(AgreeToDate), Acts.AgreeToDate, reference, referralId, null, null, StatusCodes.Status200OK, ct);

    /// <summary>Notes it.</summary>
    [HttpPost("accord-date")]
    public Task<IActionResult> AgreeToDate(string reference, Guid referralId, Seen seen, [Bind(Prefix = "Form")] StructureWordForm form, CancellationToken ct) =>
        NoteAsync(nameof(AgreeToDate), Acts.AgreeToDate, reference, referralId, seen, form, follow.AgreeToDateAsync, ct);

    /// <summary>The later day does not suit.</summary>
    [HttpGet("refus-date")]
    public Task<IActionResult> RefuseDate(string reference, Guid referralId, CancellationToken ct) => PageAsync(nameof(RefuseDate), Acts.CancelReferral, reference, referralId, null, null, StatusCodes.Status200OK, ct);

    /// <summary>Notes it.</summary>
    [HttpPost("refus-date")]
    public Task<IActionResult> RefuseDate(string reference, Guid referralId, Seen seen, [Bind(Prefix = "Form")] StructureWordForm form, CancellationToken ct) =>
        NoteAsync(nameof(RefuseDate), Acts.CancelReferral, reference, referralId, seen, form, follow.RefuseDateAsync, ct);

    /// <summary>The outcome is right.</summary>
    [HttpGet("fin-confirmee")]
    [StaffAct(nameof(Acts.ConfirmOutcome), ActPlace.Referral)]
    public Task<IActionResult> Confirm(string reference, Guid referralId, CancellationToken ct) => PageAsync(nameof(Confirm), Acts.ConfirmOutcome, reference, referralId, null, null, StatusCodes.Status200OK, ct);

    /// <summary>Notes it.</summary>
    [HttpPost("fin-confirmee")]
    public Task<IActionResult> Confirm(string reference, Guid referralId, Seen seen, [Bind(Prefix = "Form")] StructureWordForm form, CancellationToken ct) =>
        NoteAsync(nameof(Confirm), Acts.ConfirmOutcome, reference, referralId, seen, form, follow.ConfirmOutcomeAsync, ct);

    /// <summary>It is not.</summary>
    [HttpGet("fin-contestee")]
    [StaffAct(nameof(Acts.ContestOutcome), ActPlace.Referral)]
    public Task<IActionResult> Contest(string reference, Guid referralId, CancellationToken ct) => PageAsync(nameof(Contest), Acts.ContestOutcome, reference, referralId, null, null, StatusCodes.Status200OK, ct);

    /// <summary>Notes it.</summary>
    [HttpPost("fin-contestee")]
    public Task<IActionResult> Contest(string reference, Guid referralId, Seen seen, [Bind(Prefix = "Form")] StructureWordForm form, CancellationToken ct) =>
        NoteAsync(nameof(Contest), Acts.ContestOutcome, reference, referralId, seen, form, follow.ContestOutcomeAsync, ct);

    private async Task<IActionResult> NoteAsync(string view, ReferralAct act, string reference, Guid referralId, Seen seen, StructureWordForm form, Func<string, Guid, Seen, StructureWordForm, Guid, CancellationToken, Task<RequestResult>> note, CancellationToken ct)
    {
        if (!ModelState.IsValid) return await Again(StatusCodes.Status400BadRequest);
        return await this.AnswerAsync(await note(reference, referralId, seen, form, User.UserId, ct), reference, Again);

        Task<IActionResult> Again(int status) => PageAsync(view, act, reference, referralId, form, seen, status, ct);
    }

    private async Task<IActionResult> PageAsync(string view, ReferralAct act, string reference, Guid referralId, StructureWordForm? typed, Seen? seen, int status, CancellationToken ct)
    {
        var actorName = await db.ActorNameAsync(reference, referralId, ct);
        if (actorName is null) return NotFound();
        var page = await forms.OpenAsync(
            reference, _ => typed ?? new StructureWordForm(), request => RefusalOf(request, request.Referrals.Single(referral => referral.Id == referralId)), seen, ct);
        return this.Form(view, page is null ? null : page with { ActorName = actorName, ReferralId = referralId }, status);

        // A day is refused by what takes a referral back, while it waits.
        RuleCode? RefusalOf(OrientationRequest request, Referral referral) =>
            act == Acts.CancelReferral && referral.Status != ReferralStatus.DateOffered ? RuleCode.IllegalReferralTransition : request.RefusalFor(act, referral, User.AsStaff);
    }
}
