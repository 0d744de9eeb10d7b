using Microsoft.AspNetCore.Mvc;
using PlusPortal.Data;
using PlusPortal.Data.Actors;
using PlusPortal.Data.Actors.Absences;
using PlusPortal.Domain;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Web.Features.Shared.Absences;
using PlusPortal.Web.Features.Shared.Facts;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Security;

namespace PlusPortal.Web.Features.Admin.Requests.Referrals;

/// <summary>Sending to the actors that the structure agreed to.</summary>
[Area(Areas.Admin)]
[Route(RequestLinks.RequestRoute)]
public sealed class SendController(RequestForms forms, SendReferrals send, DeclaredFacts facts, PortalDb db, TimeProvider clock) : Controller
{
    /// <summary>What is about to be sent, and to whom.</summary>
    [HttpGet("envoi")]
    [StaffAct(nameof(Acts.SendReferral), ActPlace.Chosen, Look = ActLook.Primary)]
    public Task<IActionResult> Send(string reference, CancellationToken ct) => SendPageAsync(reference, null, null, StatusCodes.Status200OK, ct);

    /// <summary>Sends it.</summary>
    [HttpPost("envoi")]
    public async Task<IActionResult> Send(string reference, Seen seen, [Bind(Prefix = "Form")] SendForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid) return await Again(StatusCodes.Status400BadRequest);
        var result = form.SavesOnly ? await send.SaveSummaryAsync(reference, seen, form, User.AsStaff, ct) : await send.ExecuteAsync(reference, seen, form, User.AsStaff, ct);
        return await this.AnswerAsync(result, reference, Again);

        Task<IActionResult> Again(int status) => SendPageAsync(reference, form, seen, status, ct);
    }

    private async Task<IActionResult> SendPageAsync(string reference, SendForm? typed, Seen? seen, int status, CancellationToken ct)
    {
        var page = await forms.OpenAsync(reference, request => typed ?? SendForm.For(request, facts, User.AsStaff), RefusalFor, seen, ct);
        if (page is null) return NotFound();
        var ready = page.Request.Referrals.Where(referral => SendForm.IsReady(page.Request, referral, User.AsStaff)).ToList();
        var actors = await db.ReachOfAsync([.. ready.Select(referral => referral.ActorId)], ct);
        var away = await db.AwayAsync([.. ready.Select(referral => referral.ActorId)], clock.TodayInParis, ct);
        return this.Form("Send", page with { Choices = [.. ready.Select(referral => Line(referral, actors[referral.ActorId], away[referral.ActorId]))] }, status);

        // Passages to mask close no page: it says that they wait, and where.
        RuleCode? RefusalFor(OrientationRequest request) =>
            request.Referrals.Any(referral => SendForm.IsReady(request, referral, User.AsStaff)) ? null : request.RefusalForEach(Acts.SendReferral, User.AsStaff);
    }

    private static Choice Line(Referral referral, ActorReach actor, IEnumerable<AbsenceDays> away) => new(
        referral.Id.ToString(),
        actor.Name,
        string.Join(' ', away.Select(days => AbsenceWords.Of(days).Capitalised + ".").Prepend(ReachWords(actor))));

    private static string ReachWords(ActorReach actor) => actor.IsReachable
        ? "Prévenu par e-mail, avec un lien vers la demande."
        : "À transmettre par vos soins\u00A0: ni compte ni adresse vérifiée, le portail ne lui envoie rien.";
}
