using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Domain.Requests;
using PlusPortal.Web.Security;

namespace PlusPortal.Web.Features.Public.Orientation;

// Check, send, confirm.
public sealed partial class OrientationController
{
    /// <summary>Everything that was answered, before sending.</summary>
    [HttpGet(Prefix + OrientationLinks.CheckSlug)]
    public async Task<IActionResult> Check(Guid draftId, CancellationToken ct)
    {
        if (await drafts.OpenAsync(draftId, ct) is not { } opened) return NotFound();
        if (opened.IsSubmitted) return LocalRedirect(OrientationLinks.Confirmation(draftId));
        if (!opened.Answers.CanReach(RequestStep.Transmission)) return LocalRedirect(OrientationLinks.Step(draftId, opened.Answers.FirstIncomplete!.Value));
        return View(await DressAsync(new SubmitForm(), opened, ct));
    }

    /// <summary>Sends the request.</summary>
    [HttpPost(Prefix + OrientationLinks.SubmitSlug)]
    [EnableRateLimiting(RateLimits.Submission)]
    public async Task<IActionResult> Submit(Guid draftId, SubmitForm form, CancellationToken ct)
    {
        if (await drafts.OpenAsync(draftId, ct) is not { } opened) return Lost();
        if (opened.IsSubmitted) return LocalRedirect(OrientationLinks.Confirmation(draftId));
        if (!ModelState.IsValid)
        {
            if (!opened.Answers.CanReach(RequestStep.Transmission)) return LocalRedirect(OrientationLinks.Step(draftId, opened.Answers.FirstIncomplete!.Value));
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View(nameof(Check), await DressAsync(form, opened, ct));
        }

        return await submitOrientation.ExecuteAsync(draftId, form.Rule!.Value, fellIntoTrap: !string.IsNullOrEmpty(form.Website), ct) switch
        {
            SubmitResult.Submitted => LocalRedirect(OrientationLinks.Confirmation(draftId)),
            SubmitResult.Incomplete incomplete => LocalRedirect(OrientationLinks.Step(draftId, incomplete.FirstStep)),
            _ => Lost(),
        };
    }

    /// <summary>Somebody reloads the address of the sending.</summary>
    [HttpGet(Prefix + OrientationLinks.SubmitSlug)]
    public IActionResult Submit(Guid draftId) => LocalRedirect(OrientationLinks.Check(draftId));

    /// <summary>The reference, what happens next, the first proposals; the same on reload.</summary>
    [HttpGet(Prefix + OrientationLinks.ConfirmationSlug)]
    public async Task<IActionResult> Confirmation(Guid draftId, CancellationToken ct)
    {
        if (await drafts.OpenAsync(draftId, ct) is not { } opened) return NotFound();
        if (!opened.IsSubmitted) return LocalRedirect(OrientationLinks.Enter(draftId));
        HideAddress();
        return await confirmationReader.ReadAsync(opened, addresses.Tracking, ct) is { } page ? View(page) : NotFound();
    }

    /// <summary>Makes the tracking link for a device that sent nothing itself.</summary>
    [HttpPost(Prefix + OrientationLinks.TrackingSlug)]
    [EnableRateLimiting(RateLimits.ResumeLink)]
    public async Task<IActionResult> MakeTrackingLink(Guid draftId, CancellationToken ct)
    {
        if (await drafts.OpenAsync(draftId, ct) is not { Draft.RequestId: { } requestId } opened) return NotFound();
        var link = TrackingLink.For(opened.Secret, requestId, clock.GetUtcNow());
        if (await db.AccessLinks.FindAsync([link.TokenHash], ct) is null) db.AccessLinks.Add(link);
        await db.SaveChangesAsync(ct);
        return LocalRedirect(OrientationLinks.Confirmation(draftId));
    }

    private async Task<SubmitForm> DressAsync(SubmitForm form, OpenDraft opened, CancellationToken ct)
    {
        var met = opened.Answers.AlreadyMetActorIds ?? [];
        var names = met.Count == 0 ? [] : await db.SupportActors.Where(actor => met.Contains(actor.Id)).ToDictionaryAsync(actor => actor.Id, actor => actor.Name, ct);
        form.Page = PageOf(opened.Id, RequestStep.Transmission, opened.Answers, retour: null);
        form.Sections = AnswerRows.Of(opened.Answers, names);
        form.Dropped = AnswerRows.DroppedOf(opened.Answers);
        return form;
    }
}
