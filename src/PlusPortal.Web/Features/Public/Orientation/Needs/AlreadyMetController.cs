using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Actors;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Web.Features.Public.Orientation.Drafts;
using PlusPortal.Web.Features.Public.Orientation.Steps;
using PlusPortal.Web.Features.Shared;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Security;

namespace PlusPortal.Web.Features.Public.Orientation.Needs;

/// <summary>The page of those whom the structure has met, who are looked up in the directory.</summary>
[Area(Areas.Public)]
[Route(OrientationLinks.Root)]
public sealed class AlreadyMetController(StepPages pages, PortalDb db) : Controller
{
    private const string Page = OrientationLinks.Prefix + "deja-rencontres";
    private const string SearchButton = "chercher";
    private const int MostActorsFound = 10;

    /// <summary>Whom the structure has met; with a name in the address, the actors of the directory that answer it.</summary>
    [HttpGet(Page)]
    public Task<IActionResult> AlreadyMet(Guid draftId, string? organisme, string? retour, CancellationToken ct) => pages.ShowAsync(
        this, draftId, AlreadyMetStep.Definition, retour, ct,
        async step =>
        {
            var form = (AlreadyMetStep)step;
            (form.Sought, form.ActorName) = (organisme, organisme);
            await OfferActorsAsync(form, ct);
        });

    /// <summary>Keeps the answers; the search button comes back with what it found.</summary>
    [HttpPost(Page)]
    public async Task<IActionResult> AlreadyMet(Guid draftId, AlreadyMetStep form, string? retour, string? suite, CancellationToken ct)
    {
        await OfferActorsAsync(form, ct);
        var known = form.Choices.Select(choice => Guid.Parse(choice.Value)).ToHashSet();
        form.ActorIds?.RemoveAll(id => !known.Contains(id));
        var saved = await pages.SaveAsync(this, draftId, AlreadyMetStep.Definition, form, retour, suite, ct);
        if (suite != SearchButton || !ModelState.IsValid || saved is not LocalRedirectResult) return saved;
        var query = QueryString.Create("organisme", Typed.Line(form.ActorName) ?? "");
        if (retour is not null) query = query.Add(OrientationLinks.ReturnQuery, retour);
        return LocalRedirect(OrientationLinks.Step(draftId, AlreadyMetStep.Definition.Slug) + query);
    }

    /// <summary>The actors ticked so far, then those whose name holds what is sought.</summary>
    private async Task OfferActorsAsync(AlreadyMetStep step, CancellationToken ct)
    {
        var ticked = step.ActorIds?.Take(OrientationAnswers.MaxActorsMet + 1).ToList() ?? [];
        var sought = Typed.Line(step.Sought);
        var named = db.SupportActors.Named(sought).Select(actor => actor.Id);
        var found = await db.SupportActors
            .Where(actor => actor.IsActive && (ticked.Contains(actor.Id) || named.Contains(actor.Id)))
            .OrderByDescending(actor => ticked.Contains(actor.Id)).ThenBy(actor => EF.Functions.Collate(actor.Name, Collations.French)).ThenBy(actor => actor.Id)
            .Select(actor => new { actor.Id, actor.Name })
            .Take(OrientationAnswers.MaxActorsMet + 1 + MostActorsFound)
            .ToListAsync(ct);
        var others = found.Where(actor => !ticked.Contains(actor.Id)).Take(MostActorsFound).ToList();
        step.Found = others.Count;
        step.Choices = [.. found.Where(actor => ticked.Contains(actor.Id)).Concat(others).Select(actor => new Choice(actor.Id.ToString(), actor.Name))];
    }
}
