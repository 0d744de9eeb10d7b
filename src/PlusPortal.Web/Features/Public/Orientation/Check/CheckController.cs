using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Limits;
using PlusPortal.Web.Addresses;
using PlusPortal.Web.Features.Public.Orientation.Drafts;
using PlusPortal.Web.Features.Public.Orientation.Steps;
using PlusPortal.Web.Features.Shared;
using PlusPortal.Web.Features.Shared.Facts;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Profile;
using PlusPortal.Web.Security;
using PlusPortal.Web.Security.Limits;

namespace PlusPortal.Web.Features.Public.Orientation.Check;

/// <summary>Check and send.</summary>
[Area(Areas.Public)]
[Route(OrientationLinks.Root)]
public sealed class CheckController(PortalDb db, DraftAccess drafts, StepPages pages, SubmitOrientation submitOrientation, CurrentProfile profile) : Controller
{
    /// <summary>Everything that was answered, before sending.</summary>
    [HttpGet(OrientationLinks.Prefix + OrientationLinks.CheckSlug)]
    public async Task<IActionResult> Check(Guid draftId, CancellationToken ct)
    {
        if (await drafts.OpenAsync(draftId, ct) is not { } opened) return NotFound();
        if (opened.IsSubmitted) return LocalRedirect(OrientationLinks.Confirmation(draftId));
        return await DressAsync(new SubmitForm(), opened, ct) is { } form ? View(form) : Elsewhere(opened);
    }

    /// <summary>Sends the request.</summary>
    [HttpPost(OrientationLinks.Prefix + OrientationLinks.SubmitSlug)]
    [LimitPerClient(LimitPurpose.Submission)]
    public async Task<IActionResult> Submit(Guid draftId, SubmitForm form, CancellationToken ct)
    {
        if (await drafts.OpenAsync(draftId, ct) is not { } opened) return pages.Lost(this);
        if (opened.IsSubmitted) return LocalRedirect(OrientationLinks.Confirmation(draftId));
        if (!ModelState.IsValid)
        {
            if (await DressAsync(form, opened, ct) is not { } dressed) return Elsewhere(opened);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View(nameof(Check), dressed);
        }

        return await submitOrientation.ExecuteAsync(draftId, form.Rule!.Value, fellIntoTrap: !string.IsNullOrEmpty(form.Website), HttpContext.Client, ct) switch
        {
            SubmitResult.Submitted => LocalRedirect(OrientationLinks.Confirmation(draftId)),
            SubmitResult.Incomplete incomplete => LocalRedirect(OrientationLinks.Step(draftId, incomplete.FirstStep.Slug)),
            SubmitResult.TooMany refused => TooMany(refused.Verdict, opened, await profile.ReachAsync(ct)),
            _ => pages.Lost(this),
        };
    }

    /// <summary>Somebody reloads the address of the sending.</summary>
    [HttpGet(OrientationLinks.Prefix + OrientationLinks.SubmitSlug)]
    public IActionResult Submit(Guid draftId) => LocalRedirect(OrientationLinks.Check(draftId));

    /// <summary>The share of the day is used up: nothing is lost, and there are other ways to PLUS.</summary>
    private ViewResult TooMany(LimitVerdict verdict, OpenDraft opened, Reach reach)
    {
        HttpContext.RefuseFor(verdict);
        var words = new ErrorWords(
            "Votre demande n’est pas encore envoyée",
            $"Nous limitons le nombre de demandes envoyées en un jour avec une même adresse e-mail, ou depuis un même lieu. Tout ce que vous avez écrit est conservé jusqu’au {opened.Draft.ExpiresAt.ParisDay.InWords}.",
            "Revenez demain sur cet appareil pour l’envoyer, ou contactez-nous\u00A0: nous pouvons la prendre avec vous.",
            [new("Revenir à ma demande", OrientationLinks.Check(opened.Id)), new("Contacter l’équipe PLUS", PublicAddress.Contact)]);
        return View("Error", new ErrorPage(words, Retry: null, reach));
    }

    private LocalRedirectResult Elsewhere(OpenDraft opened) => LocalRedirect(OrientationLinks.Step(opened.Id, pages.Form.NextIn(opened.Answers).Slug));

    /// <summary>The form with what was answered around it; null while something is missing.</summary>
    private async Task<SubmitForm?> DressAsync(SubmitForm form, OpenDraft opened, CancellationToken ct)
    {
        if (pages.Form.NextIn(opened.Answers) != pages.Form.Check || !opened.Answers.TryComplete(out var complete)) return null;
        var met = complete.Declaration.AlreadyMetActorIds;
        var names = met.Count == 0 ? [] : await db.SupportActors.Where(actor => met.Contains(actor.Id)).ToDictionaryAsync(actor => actor.Id, actor => actor.Name, ct);
        form.Page = pages.Around(opened.Id, pages.Form.Check, opened.Answers, retour: null);
        form.Sections = AnswerRows.Of(pages.Form, FactSource.Of(complete, opened.Answers.DepartementName, names));
        form.Dropped = AnswerRows.DroppedOf(pages.Form, opened.Answers);
        return form;
    }
}
