using Microsoft.AspNetCore.Mvc;
using PlusPortal.Data;
using PlusPortal.Data.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Web.Security;

namespace PlusPortal.Web.Features.Admin.Requests.Settling;

/// <summary>Staff heard structure and actor: their disagreement leaves the list, until either speaks again.</summary>
[Area(Areas.Admin)]
[Route(RequestLinks.RequestRoute + "/envois/{referralId:guid}/desaccord")]
public sealed class SettleDisagreementController(RequestForms forms, RequestChange change, PortalDb db, TimeProvider clock) : Controller
{
    /// <summary>A note, if any.</summary>
    [HttpGet("")]
    public Task<IActionResult> Settle(string reference, Guid referralId, CancellationToken ct) => PageAsync(reference, referralId, new TextActForm(), null, StatusCodes.Status200OK, ct);

    /// <summary>Takes it off the list.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Settle(string reference, Guid referralId, Seen seen, [Bind(Prefix = "Form")] TextActForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid) return await Again(StatusCodes.Status400BadRequest);
        var by = User.AsStaff;
        var result = await change.ExecuteAsync(reference, seen, Acts.SettleDisagreement, (request, _) => request.SettleDisagreement(referralId, form.Text, by, clock.GetUtcNow()), ct);
        return await this.AnswerAsync(result, reference, Again);

        Task<IActionResult> Again(int status) => PageAsync(reference, referralId, form, seen, status, ct);
    }

    private async Task<IActionResult> PageAsync(string reference, Guid referralId, TextActForm form, Seen? seen, int status, CancellationToken ct)
    {
        var actorName = await db.ActorNameAsync(reference, referralId, ct);
        if (actorName is null) return NotFound();
        var page = await forms.OpenAsync(
            reference, _ => form, request => request.RefusalFor(Acts.SettleDisagreement, request.Referrals.Single(referral => referral.Id == referralId), User.AsStaff), seen, ct);
        return this.Form("SettleDisagreement", page is null ? null : page with { ActorName = actorName, ReferralId = referralId }, status);
    }
}
