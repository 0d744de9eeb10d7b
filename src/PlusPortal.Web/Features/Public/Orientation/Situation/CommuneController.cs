using System.Net.Mime;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using PlusPortal.Data;
using PlusPortal.Data.Geography;
using PlusPortal.Domain.Texts;
using PlusPortal.Web.Features.Public.Orientation.Drafts;
using PlusPortal.Web.Features.Public.Orientation.Steps;
using PlusPortal.Web.Features.Shared;
using PlusPortal.Web.Security;

namespace PlusPortal.Web.Features.Public.Orientation.Situation;

/// <summary>One suggestion of the commune page.</summary>
/// <param name="Code">INSEE code.</param>
/// <param name="Label">Name, postal code and département.</param>
/// <param name="Note">« X fait maintenant partie de Y », for a former commune.</param>
public sealed record CommuneSuggestion(string Code, string Label, string? Note);

/// <summary>The page of the commune, which is looked up among those of France.</summary>
[Area(Areas.Public)]
[Route(OrientationLinks.Root)]
public sealed class CommuneController(StepPages pages, DraftAccess drafts, FindCommune findCommune, PortalDb db) : Controller
{
    private const string Page = OrientationLinks.Prefix + "commune";
    private const int MostSuggestions = 8;

    /// <summary>The commune; with a search in the address, the communes that answer it.</summary>
    [HttpGet(Page)]
    public Task<IActionResult> Commune(Guid draftId, string? recherche, string? retour, CancellationToken ct) => pages.ShowAsync(
        this, draftId, CommuneStep.Definition, retour, ct,
        async step =>
        {
            if (!string.IsNullOrWhiteSpace(recherche)) ((CommuneStep)step).Show(recherche, await db.SearchCommunesAsync(recherche, FindCommune.MostChoices, ct));
        });

    /// <summary>Keeps the commune, or lists those that answer.</summary>
    [HttpPost(Page)]
    public async Task<IActionResult> Commune(Guid draftId, CommuneStep form, string? retour, string? suite, CancellationToken ct)
    {
        if (await drafts.OpenAsync(draftId, ct) is not { IsSubmitted: false } opened) return await SaveAsync();
        if (!ModelState.IsValid) return pages.ShowAgain(this, opened.Id, CommuneStep.Definition, form, opened.Answers, retour);

        switch (await findCommune.ExecuteAsync(form, opened.Answers, ct))
        {
            case CommuneAnswer.Several several:
                var query = QueryString.Create("recherche", several.Sought);
                if (retour is not null) query = query.Add(OrientationLinks.ReturnQuery, retour);
                return LocalRedirect(OrientationLinks.Step(draftId, CommuneStep.Definition.Slug) + query);
            case CommuneAnswer.Refused refused:
                ModelState.AddModelError(nameof(CommuneStep.Commune), refused.Problem);
                return pages.ShowAgain(this, opened.Id, CommuneStep.Definition, form, opened.Answers, retour);
            case CommuneAnswer.Found found:
                form.Located = found.Commune;
                break;
        }

        var saved = await SaveAsync();
        return form.Located is { Place.IsInLorraine: false } && ModelState.IsValid && suite != StepPages.LaterButton
            ? LocalRedirect(OrientationLinks.Outside(draftId) + (retour is null ? "" : QueryString.Create(OrientationLinks.ReturnQuery, retour).ToString()))
            : saved;

        Task<IActionResult> SaveAsync() => pages.SaveAsync(this, draftId, CommuneStep.Definition, form, retour, suite, ct);
    }

    /// <summary>Communes for the suggestions of the commune page.</summary>
    [HttpGet("communes")]
    [Produces(MediaTypeNames.Application.Json)]
    [EnableRateLimiting(RateLimits.Suggestions)]
    public async Task<IReadOnlyList<CommuneSuggestion>> Communes(string? q, CancellationToken ct)
    {
        if (q is null || VisibleText.LengthOf(q) > 80) return [];
        var found = await db.SearchCommunesAsync(q, MostSuggestions, ct);
        return [.. found.Select(match => new CommuneSuggestion(match.Code, match.Label, CommuneStep.Explain(match)))];
    }
}
