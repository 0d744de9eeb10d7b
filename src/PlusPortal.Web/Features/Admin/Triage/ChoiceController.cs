using Microsoft.AspNetCore.Mvc;
using PlusPortal.Data;
using PlusPortal.Data.Queries;
using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Requests;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Security;

namespace PlusPortal.Web.Features.Admin.Triage;

/// <summary>Choice of the actors, agreement of the structure, sending.</summary>
[Area(Areas.Admin)]
[Route(TriageLinks.RequestRoute)]
public sealed class ChoiceController(TriageForms forms, RequestPageReader pages, RunMatching matching, ChooseActors choose, AskConsent consent, SendReferrals send, PortalDb db) : Controller
{
    /// <summary>Runs the matcher again.</summary>
    [HttpPost("recherche")]
    public async Task<IActionResult> Match(string reference, Seen seen, CancellationToken ct) =>
        await this.AnswerAsync(await matching.ExecuteAsync(reference, seen, User.AsStaff, ct), reference, seen, forms, ct);

    /// <summary>Chooses among the proposals; the form is on the page of the request.</summary>
    [HttpPost("choix")]
    public async Task<IActionResult> Choose(string reference, Seen seen, [Bind(Prefix = "Choose")] ChooseForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid) return await Again(StatusCodes.Status400BadRequest);
        return await this.AnswerAsync(await choose.ExecuteAsync(reference, seen, [.. form.Lines.Where(line => line.IsChosen)], User.AsStaff, ct), reference, Again);

        async Task<IActionResult> Again(int status)
        {
            if (await pages.ReadAsync(reference, User.UserId, ct) is not { } page) return NotFound();

            // The lines follow the proposals of now: what was ticked is found again by its offer, not by its place.
            foreach (var line in page.Choose.Lines)
            {
                if (form.Lines.FirstOrDefault(typed => typed.OfferId == line.OfferId) is { } typed) (line.IsChosen, line.Role) = (typed.IsChosen, typed.Role);
            }

            foreach (var key in ModelState.Keys.Where(key => key.StartsWith("Choose.Lines[", StringComparison.OrdinalIgnoreCase)).ToList()) ModelState[key]!.RawValue = ModelState[key]!.AttemptedValue = null;
            Response.StatusCode = status;
            return View(TriageViews.Request, page with { Conflict = await forms.ConflictAsync(reference, seen, ct) });
        }
    }

    /// <summary>Search of an actor that the matcher did not put first.</summary>
    [HttpGet("autre-acteur")]
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
    public async Task<IActionResult> Ask(string reference, Seen seen, CancellationToken ct) =>
        await this.AnswerAsync(await consent.ExecuteAsync(reference, seen, User.AsStaff, ct), reference, seen, forms, ct);

    /// <summary>Records an agreement given by telephone.</summary>
    [HttpPost("envois/{referralId:guid}/accord")]
    public async Task<IActionResult> RecordConsent(string reference, Guid referralId, Seen seen, CancellationToken ct) =>
        await this.AnswerAsync(await consent.RecordAsync(reference, referralId, seen, User.AsStaff, ct), reference, seen, forms, ct);

    /// <summary>What is about to be sent, and to whom.</summary>
    [HttpGet("envoi")]
    public Task<IActionResult> Send(string reference, CancellationToken ct) => SendPageAsync(reference, null, null, StatusCodes.Status200OK, ct);

    /// <summary>Sends it.</summary>
    [HttpPost("envoi")]
    public async Task<IActionResult> Send(string reference, Seen seen, [Bind(Prefix = "Form")] SendForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid) return await Again(StatusCodes.Status400BadRequest);
        return await this.AnswerAsync(await send.ExecuteAsync(reference, seen, form, User.AsStaff, ct), reference, Again);

        Task<IActionResult> Again(int status) => SendPageAsync(reference, form, seen, status, ct);
    }

    private async Task<IActionResult> OtherPageAsync(string reference, OtherActorsForm form, Seen? seen, int status, CancellationToken ct)
    {
        IReadOnlyList<FoundOffer> found = string.IsNullOrWhiteSpace(form.Text) ? [] : await db.FindPublishedOffersAsync(form.Text, ct);
        form.Lines = [.. found.Select(offer => form.Lines.FirstOrDefault(line => line.OfferId == offer.OfferId) ?? new ChooseLine { OfferId = offer.OfferId, Role = ProposalRole.Contributor })];
        var page = await forms.OpenAsync(reference, _ => form, lawful => lawful.MoveReferrals, seen, ct);
        var choices = found.Select(offer => new Choice(offer.OfferId.ToString(), offer.ActorName, offer.Title)).ToList();
        return this.Form(TriageViews.OtherActors, page is null ? null : page with { Choices = choices }, status);
    }

    private async Task<IActionResult> SendPageAsync(string reference, SendForm? typed, Seen? seen, int status, CancellationToken ct)
    {
        var page = await forms.OpenAsync(reference, request => typed ?? SendForm.For(request), lawful => lawful.Send, seen, ct);
        if (page is null) return NotFound();
        var ready = new Lawful(page.Request).ReadyToSend.ToList();
        var actors = await db.ReachOfAsync([.. ready.Select(referral => referral.ActorId)], ct);
        return this.Form(TriageViews.Send, page with { Choices = [.. ready.Select(referral => Line(referral, actors[referral.ActorId]))] }, status);
    }

    private static Choice Line(Referral referral, ActorReach actor) => new(
        referral.Id.ToString(),
        actor.Name,
        actor.IsReachable ? "Prévenu par e-mail, avec un lien vers la demande." : "À transmettre par vos soins\u00A0: ni compte ni adresse vérifiée, le portail ne lui envoie rien.");
}
