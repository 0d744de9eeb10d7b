using Microsoft.AspNetCore.Mvc;
using PlusPortal.Data;
using PlusPortal.Data.Actors;
using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Security;

namespace PlusPortal.Web.Features.Admin.Requests.Choosing;

/// <summary>Choice of the actors and agreement of the structure.</summary>
[Area(Areas.Admin)]
[Route(RequestLinks.RequestRoute)]
public sealed class ChoiceController(RequestForms forms, RunMatching matching, ChooseActors choose, AskConsent consent, PortalDb db) : Controller
{
    /// <summary>Runs the matcher again.</summary>
    [HttpPost("recherche")]
    [StaffAct(nameof(Acts.RecordMatching), ActPlace.Matching)]
    public async Task<IActionResult> Match(string reference, Seen seen, CancellationToken ct) =>
        await this.AnswerAsync(await matching.ExecuteAsync(reference, seen, User.AsStaff, ct), reference, seen, forms, ct);

    /// <summary>Search of an actor that the matcher did not put first.</summary>
    [HttpGet("autre-acteur")]
    [StaffAct(nameof(Acts.Propose), ActPlace.Proposals)]
    public Task<IActionResult> Other(string reference, string? texte, CancellationToken ct) =>
        OtherPageAsync(reference, new OtherActorsForm { Text = texte is { Length: > OtherActorsForm.TextLength } ? texte[..OtherActorsForm.TextLength] : texte }, null, StatusCodes.Status200OK, ct);

    /// <summary>Chooses them, with a reason.</summary>
    [HttpPost("autre-acteur")]
    public async Task<IActionResult> Other(string reference, Seen seen, [Bind(Prefix = "Form")] OtherActorsForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid) return await Again(StatusCodes.Status400BadRequest);
        return await this.AnswerAsync(await choose.ExecuteAsync(reference, seen, form, User.AsStaff, ct), reference, Again);

        Task<IActionResult> Again(int status) => OtherPageAsync(reference, form, seen, status, ct);
    }

    /// <summary>Asks the structure to agree.</summary>
    [HttpPost("accord")]
    [StaffAct(nameof(Acts.AskConsent), ActPlace.Chosen, Look = ActLook.Primary)]
    public async Task<IActionResult> Ask(string reference, Seen seen, CancellationToken ct) =>
        await this.AnswerAsync(await consent.ExecuteAsync(reference, seen, User.AsStaff, ct), reference, seen, forms, ct);

    /// <summary>Records an agreement given by telephone.</summary>
    [HttpPost("envois/{referralId:guid}/accord")]
    [StaffAct(nameof(Acts.GiveConsent), ActPlace.Referral)]
    public async Task<IActionResult> RecordConsent(string reference, Guid referralId, Seen seen, CancellationToken ct) =>
        await this.AnswerAsync(await consent.RecordAsync(reference, referralId, seen, User.AsStaff, ct), reference, seen, forms, ct);

    private async Task<IActionResult> OtherPageAsync(string reference, OtherActorsForm form, Seen? seen, int status, CancellationToken ct)
    {
        IReadOnlyList<FoundOffer> found = string.IsNullOrWhiteSpace(form.Text) ? [] : await db.FindPublishedOffersAsync(form.Text, ct);
        form.Lines = [.. found.Select(offer => form.Lines.FirstOrDefault(line => line.OfferId == offer.OfferId) ?? new ChooseLine { OfferId = offer.OfferId, Role = ProposalRole.Contributor })];
        var page = await forms.OpenAsync(reference, _ => form, request => request.RefusalFor(Acts.Propose, User.AsStaff), seen, ct);
        var choices = found.Select(offer => new Choice(offer.OfferId.ToString(), offer.ActorName, offer.Title)).ToList();
        return this.Form("OtherActors", page is null ? null : page with { Choices = choices }, status);
    }
}
