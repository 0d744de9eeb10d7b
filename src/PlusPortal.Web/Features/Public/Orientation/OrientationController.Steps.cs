using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Geography;
using PlusPortal.Domain.Requests;
using PlusPortal.Web.Features.Public.Orientation.Steps;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Labels;

namespace PlusPortal.Web.Features.Public.Orientation;

// One GET and one POST for each page of questions.
public sealed partial class OrientationController
{
    private const string Prefix = OrientationLinks.Draft + "/";
    private const string LaterButton = "plus-tard";
    private const string SearchButton = "chercher";
    private const int MostActorsFound = 10;

    [HttpGet(Prefix + OrientationLinks.StageSlug)]
    public Task<IActionResult> Stage(Guid draftId, string? retour, CancellationToken ct) => ShowAsync<StageStep>(draftId, RequestStep.Stage, retour, ct);

    [HttpPost(Prefix + OrientationLinks.StageSlug)]
    public Task<IActionResult> Stage(Guid draftId, StageStep form, string? retour, string? suite, CancellationToken ct) => SaveAsync(draftId, RequestStep.Stage, form, retour, suite, ct);

    [HttpGet(Prefix + OrientationLinks.SubStageSlug)]
    public Task<IActionResult> SubStage(Guid draftId, string? retour, CancellationToken ct) => ShowAsync<SubStageStep>(draftId, RequestStep.SubStage, retour, ct);

    [HttpPost(Prefix + OrientationLinks.SubStageSlug)]
    public Task<IActionResult> SubStage(Guid draftId, SubStageStep form, string? retour, string? suite, CancellationToken ct) => SaveAsync(draftId, RequestStep.SubStage, form, retour, suite, ct);

    [HttpGet(Prefix + OrientationLinks.LegalFormSlug)]
    public Task<IActionResult> LegalForm(Guid draftId, string? retour, CancellationToken ct) => ShowAsync<LegalFormStep>(draftId, RequestStep.LegalForm, retour, ct);

    [HttpPost(Prefix + OrientationLinks.LegalFormSlug)]
    public Task<IActionResult> LegalForm(Guid draftId, LegalFormStep form, string? retour, string? suite, CancellationToken ct) => SaveAsync(draftId, RequestStep.LegalForm, form, retour, suite, ct);

    [HttpGet(Prefix + OrientationLinks.StructureSlug)]
    public Task<IActionResult> Structure(Guid draftId, string? retour, CancellationToken ct) => ShowAsync<StructureStep>(draftId, RequestStep.Structure, retour, ct);

    [HttpPost(Prefix + OrientationLinks.StructureSlug)]
    public Task<IActionResult> Structure(Guid draftId, StructureStep form, string? retour, string? suite, CancellationToken ct) => SaveAsync(draftId, RequestStep.Structure, form, retour, suite, ct);

    [HttpGet(Prefix + OrientationLinks.SectorsSlug)]
    public Task<IActionResult> Sectors(Guid draftId, string? retour, CancellationToken ct) => ShowAsync<SectorsStep>(draftId, RequestStep.Sectors, retour, ct);

    [HttpPost(Prefix + OrientationLinks.SectorsSlug)]
    public Task<IActionResult> Sectors(Guid draftId, SectorsStep form, string? retour, string? suite, CancellationToken ct) => SaveAsync(draftId, RequestStep.Sectors, form, retour, suite, ct);

    /// <summary>The commune; with a search in the address, the communes that answer it.</summary>
    [HttpGet(Prefix + OrientationLinks.CommuneSlug)]
    public async Task<IActionResult> Commune(Guid draftId, string? recherche, string? retour, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(recherche)) return await ShowAsync<CommuneStep>(draftId, RequestStep.Commune, retour, ct);
        var matches = await db.SearchCommunesAsync(recherche, FindCommune.MostChoices, ct);
        return await ShowAsync<CommuneStep>(draftId, RequestStep.Commune, retour, ct, step => (step.Commune, step.Matches) = (recherche, matches));
    }

    [HttpPost(Prefix + OrientationLinks.CommuneSlug)]
    public async Task<IActionResult> Commune(Guid draftId, CommuneStep form, string? retour, string? suite, CancellationToken ct)
    {
        if (await drafts.OpenAsync(draftId, ct) is not { IsSubmitted: false } opened) return await SaveAsync(draftId, RequestStep.Commune, form, retour, suite, ct);
        if (!ModelState.IsValid) return ShowAgain(opened.Id, RequestStep.Commune, form, opened.Answers, retour);

        switch (await findCommune.ExecuteAsync(form, opened.Answers, ct))
        {
            case CommuneAnswer.Several several:
                var query = QueryString.Create("recherche", several.Sought);
                if (retour is not null) query = query.Add(OrientationLinks.ReturnQuery, retour);
                return LocalRedirect(OrientationLinks.Step(draftId, RequestStep.Commune) + query);
            case CommuneAnswer.Refused refused:
                ModelState.AddModelError(nameof(CommuneStep.Commune), refused.Problem);
                return ShowAgain(opened.Id, RequestStep.Commune, form, opened.Answers, retour);
            case CommuneAnswer.Found found:
                form.Located = found.Commune;
                break;
        }

        var saved = await SaveAsync(draftId, RequestStep.Commune, form, retour, suite, ct);
        return form.Located is { Place.IsInLorraine: false } && ModelState.IsValid && suite != LaterButton
            ? LocalRedirect(OrientationLinks.Outside(draftId) + (retour is null ? "" : QueryString.Create(OrientationLinks.ReturnQuery, retour).ToString()))
            : saved;
    }

    [HttpGet(Prefix + OrientationLinks.SizeSlug)]
    public Task<IActionResult> Size(Guid draftId, string? retour, CancellationToken ct) => ShowAsync<SizeStep>(draftId, RequestStep.Size, retour, ct);

    [HttpPost(Prefix + OrientationLinks.SizeSlug)]
    public Task<IActionResult> Size(Guid draftId, SizeStep form, string? retour, string? suite, CancellationToken ct) => SaveAsync(draftId, RequestStep.Size, form, retour, suite, ct);

    [HttpGet(Prefix + OrientationLinks.NeedSlug)]
    public Task<IActionResult> Need(Guid draftId, string? retour, CancellationToken ct) => ShowAsync<NeedStep>(draftId, RequestStep.Need, retour, ct);

    [HttpPost(Prefix + OrientationLinks.NeedSlug)]
    public Task<IActionResult> Need(Guid draftId, NeedStep form, string? retour, string? suite, CancellationToken ct) => SaveAsync(draftId, RequestStep.Need, form, retour, suite, ct);

    [HttpGet(Prefix + OrientationLinks.ThemesSlug)]
    public Task<IActionResult> Themes(Guid draftId, string? retour, CancellationToken ct) => ShowAsync<ThemesStep>(draftId, RequestStep.Themes, retour, ct);

    [HttpPost(Prefix + OrientationLinks.ThemesSlug)]
    public Task<IActionResult> Themes(Guid draftId, ThemesStep form, string? retour, string? suite, CancellationToken ct) => SaveAsync(draftId, RequestStep.Themes, form, retour, suite, ct);

    [HttpGet(Prefix + OrientationLinks.TimingSlug)]
    public Task<IActionResult> Timing(Guid draftId, string? retour, CancellationToken ct) => ShowAsync<TimingStep>(draftId, RequestStep.Timing, retour, ct);

    [HttpPost(Prefix + OrientationLinks.TimingSlug)]
    public Task<IActionResult> Timing(Guid draftId, TimingStep form, string? retour, string? suite, CancellationToken ct) => SaveAsync(draftId, RequestStep.Timing, form, retour, suite, ct);

    /// <summary>Whom the structure has met; with a name in the address, the actors of the directory that answer it.</summary>
    [HttpGet(Prefix + OrientationLinks.AlreadyMetSlug)]
    public async Task<IActionResult> AlreadyMet(Guid draftId, string? organisme, string? retour, CancellationToken ct)
    {
        if (await drafts.OpenAsync(draftId, ct) is not { } opened) return NotFound();
        var step = AlreadyMetStep.From(opened.Answers);
        (step.Sought, step.ActorName) = (organisme, organisme);
        await OfferActorsAsync(step, ct);
        return Show(opened, RequestStep.AlreadyMet, step, retour);
    }

    /// <summary>Keeps the answers; the search button comes back with what it found.</summary>
    [HttpPost(Prefix + OrientationLinks.AlreadyMetSlug)]
    public async Task<IActionResult> AlreadyMet(Guid draftId, AlreadyMetStep form, string? retour, string? suite, CancellationToken ct)
    {
        await OfferActorsAsync(form, ct);
        var known = form.Choices.Select(choice => Guid.Parse(choice.Value)).ToHashSet();
        form.ActorIds?.RemoveAll(id => !known.Contains(id));
        var saved = await SaveAsync(draftId, RequestStep.AlreadyMet, form, retour, suite, ct);
        if (suite != SearchButton || !ModelState.IsValid || saved is not LocalRedirectResult) return saved;
        var query = QueryString.Create("organisme", Typed.Line(form.ActorName) ?? "");
        if (retour is not null) query = query.Add(OrientationLinks.ReturnQuery, retour);
        return LocalRedirect(OrientationLinks.Step(draftId, RequestStep.AlreadyMet) + query);
    }

    [HttpGet(Prefix + OrientationLinks.ContactSlug)]
    public Task<IActionResult> Contact(Guid draftId, string? retour, CancellationToken ct) => ShowAsync<ContactStep>(draftId, RequestStep.Contact, retour, ct);

    [HttpPost(Prefix + OrientationLinks.ContactSlug)]
    public Task<IActionResult> Contact(Guid draftId, ContactStep form, string? retour, string? suite, CancellationToken ct) => SaveAsync(draftId, RequestStep.Contact, form, retour, suite, ct);

    private async Task<IActionResult> ShowAsync<TStep>(Guid draftId, RequestStep step, string? retour, CancellationToken ct, Action<TStep>? prepare = null)
        where TStep : class, IStep<TStep>
    {
        if (await drafts.OpenAsync(draftId, ct) is not { } opened) return NotFound();
        var form = TStep.From(opened.Answers);
        prepare?.Invoke(form);
        return Show(opened, step, form, retour);
    }

    private IActionResult Show(OpenDraft opened, RequestStep step, IStep form, string? retour)
    {
        if (opened.IsSubmitted) return LocalRedirect(OrientationLinks.Confirmation(opened.Id));
        if (!opened.Answers.CanReach(step)) return LocalRedirect(OrientationLinks.Step(opened.Id, opened.Answers.FirstIncomplete ?? RequestStep.Transmission));
        return Dress(opened.Id, step, form, opened.Answers, retour);
    }

    private async Task<IActionResult> SaveAsync(Guid draftId, RequestStep step, IStep form, string? retour, string? suite, CancellationToken ct)
    {
        var later = suite == LaterButton;
        var isUnfinished = later && form.KeepsUnfinished;
        if (!ModelState.IsValid && !isUnfinished)
        {
            if (await drafts.OpenAsync(draftId, ct) is not { } opened) return Lost();
            if (opened.IsSubmitted) return LocalRedirect(OrientationLinks.Confirmation(draftId));

            // Everything that is wrong at once, not in two rounds.
            foreach (var problem in form.Problems(opened.Answers, clock.TodayInParis)) AddProblem(problem);
            return ShowAgain(draftId, step, form, opened.Answers, retour);
        }

        switch (await saveStep.ExecuteAsync(draftId, form, step, isUnfinished, ct))
        {
            case SaveStepResult.Refused refused:
                foreach (var problem in refused.Problems) AddProblem(problem);
                return ShowAgain(draftId, step, form, refused.Answers, retour);
            case SaveStepResult.Saved saved:
                return LocalRedirect(later ? OrientationLinks.Later(draftId) : After(draftId, step, saved.Answers, retour));
            case SaveStepResult.AlreadySubmitted:
                return LocalRedirect(OrientationLinks.Confirmation(draftId));
            default:
                return Lost();
        }
    }

    /// <summary>The page after a step: the next one, or back to the check page as soon as nothing is missing.</summary>
    private static string After(Guid draftId, RequestStep step, OrientationAnswers answers, string? retour)
    {
        if (retour == OrientationLinks.CheckSlug) return OrientationLinks.Step(draftId, answers.FirstIncomplete ?? RequestStep.Transmission, returnsToCheck: true);
        var next = answers.Steps.First(other => other > step);
        return OrientationLinks.Step(draftId, answers.CanReach(next) ? next : answers.FirstIncomplete ?? next);
    }

    private ViewResult ShowAgain(Guid draftId, RequestStep step, IStep form, OrientationAnswers answers, string? retour)
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Dress(draftId, step, form, answers, retour);
    }

    private ViewResult Dress(Guid draftId, RequestStep step, IStep form, OrientationAnswers answers, string? retour)
    {
        form.Prepare(answers);
        form.Page = PageOf(draftId, step, answers, retour);
        return View(step.ToString(), form);
    }

    private static StepPage PageOf(Guid draftId, RequestStep step, OrientationAnswers answers, string? retour)
    {
        var steps = answers.Steps;
        var index = Math.Max(0, steps.ToList().IndexOf(step));
        var returnsToCheck = retour == OrientationLinks.CheckSlug;
        var back = returnsToCheck ? OrientationLinks.Check(draftId) : index == 0 ? OrientationLinks.Start : OrientationLinks.Step(draftId, steps[index - 1]);
        return new StepPage(draftId, step, index + 1, steps.Count, back, returnsToCheck);
    }

    private void AddProblem(ValidationResult problem)
    {
        var field = problem.MemberNames.First();
        if (ModelState[field]?.Errors is null or { Count: 0 }) ModelState.AddModelError(field, problem.ErrorMessage!);
    }

    /// <summary>The draft is gone, or the cookie was lost: nothing can be kept here, so what was typed is given back.</summary>
    private ViewResult Lost()
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return View(nameof(Lost), new LostPage([.. Request.Form.Where(field => field.Key is nameof(NeedStep.Title) or nameof(NeedStep.Need) or nameof(AlreadyMetStep.AlreadyMetText)).Select(field => field.Value.ToString().Replace("\r\n", "\n", StringComparison.Ordinal)).Where(text => text.Length > 0)]));
    }

    /// <summary>The actors ticked so far, then those whose name holds what is sought.</summary>
    private async Task OfferActorsAsync(AlreadyMetStep step, CancellationToken ct)
    {
        var ticked = step.ActorIds?.Take(OrientationAnswers.MaxActorsMet + 1).ToList() ?? [];
        var sought = Typed.Line(step.Sought);
        var pattern = sought is null ? null : $"%{sought.Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_")}%";
        var found = await db.SupportActors
            .Where(actor => actor.IsActive && (ticked.Contains(actor.Id) || (pattern != null && EF.Functions.ILike(actor.Name, pattern))))
            .OrderByDescending(actor => ticked.Contains(actor.Id)).ThenBy(actor => EF.Functions.Collate(actor.Name, Collations.French)).ThenBy(actor => actor.Id)
            .Select(actor => new { actor.Id, actor.Name })
            .Take(OrientationAnswers.MaxActorsMet + 1 + MostActorsFound)
            .ToListAsync(ct);
        var others = found.Where(actor => !ticked.Contains(actor.Id)).Take(MostActorsFound).ToList();
        step.Found = others.Count;
        step.Choices = [.. found.Where(actor => ticked.Contains(actor.Id)).Concat(others).Select(actor => new Choice(actor.Id.ToString(), actor.Name))];
    }
}

/// <summary>Shown when a draft cannot be found any more, with the texts that were being sent.</summary>
public sealed record LostPage(IReadOnlyList<string> Texts);
