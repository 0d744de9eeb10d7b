using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Web.Features.Public.Orientation.Drafts;
using PlusPortal.Web.Labels;

namespace PlusPortal.Web.Features.Public.Orientation.Steps;

/// <summary>Shown when a draft cannot be found any more, with the texts that were being sent.</summary>
public sealed record LostPage(IReadOnlyList<string> Texts);

/// <summary>Shows and keeps the pages of the form: what all their controllers do alike.</summary>
public sealed class StepPages(FormSteps form, DraftAccess drafts, SaveStep saveStep, TimeProvider clock)
{
    /// <summary>Value of the button « Enregistrer et reprendre plus tard ».</summary>
    public const string LaterButton = "plus-tard";

    private const string LostView = "/Features/Public/Orientation/Steps/Lost.cshtml";

    /// <summary>The form.</summary>
    public FormSteps Form => form;

    /// <summary>A page with the answers given before, or the way to where the draft stands.</summary>
    /// <param name="on">Controller that answers.</param>
    /// <param name="draftId">Draft of this visitor.</param>
    /// <param name="step">The page.</param>
    /// <param name="retour">Where the person came from.</param>
    /// <param name="ct">Cancellation.</param>
    /// <param name="prepare">What the page reads from the database, beyond the draft.</param>
    public async Task<IActionResult> ShowAsync(Controller on, Guid draftId, FormStep step, string? retour, CancellationToken ct, Func<IStep, Task>? prepare = null)
    {
        if (await drafts.OpenAsync(draftId, ct) is not { } opened) return on.NotFound();
        if (opened.IsSubmitted) return on.LocalRedirect(OrientationLinks.Confirmation(draftId));
        if (!form.CanReach(step, opened.Answers)) return on.LocalRedirect(OrientationLinks.Step(draftId, form.NextIn(opened.Answers).Slug));
        var filled = step.Open(opened.Answers);
        if (prepare is not null) await prepare(filled);
        return Dress(on, draftId, step, filled, opened.Answers, retour);
    }

    /// <summary>Keeps what was posted, or shows it again with what is wrong.</summary>
    public async Task<IActionResult> SaveAsync(Controller on, Guid draftId, FormStep step, IStep filled, string? retour, string? suite, CancellationToken ct)
    {
        var later = suite == LaterButton;
        var isUnfinished = later && filled.KeepsUnfinished;
        if (!on.ModelState.IsValid && !isUnfinished)
        {
            if (await drafts.OpenAsync(draftId, ct) is not { } opened) return Lost(on);
            if (opened.IsSubmitted) return on.LocalRedirect(OrientationLinks.Confirmation(draftId));

            // Everything that is wrong at once, not in two rounds.
            foreach (var problem in filled.Problems(opened.Answers, clock.TodayInParis)) AddProblem(on, problem);
            return ShowAgain(on, draftId, step, filled, opened.Answers, retour);
        }

        switch (await saveStep.ExecuteAsync(draftId, filled, step, isUnfinished, ct))
        {
            case SaveStepResult.Refused refused:
                foreach (var problem in refused.Problems) AddProblem(on, problem);
                return ShowAgain(on, draftId, step, filled, refused.Answers, retour);
            case SaveStepResult.Saved saved:
                return on.LocalRedirect(later ? OrientationLinks.Later(draftId) : After(draftId, step, saved.Answers, retour));
            case SaveStepResult.AlreadySubmitted:
                return on.LocalRedirect(OrientationLinks.Confirmation(draftId));
            default:
                return Lost(on);
        }
    }

    /// <summary>The page again, with its errors.</summary>
    public ViewResult ShowAgain(Controller on, Guid draftId, FormStep step, IStep filled, OrientationAnswers answers, string? retour)
    {
        on.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Dress(on, draftId, step, filled, answers, retour);
    }

    /// <summary>Address of the page after a step.</summary>
    public string After(Guid draftId, FormStep step, OrientationAnswers answers, string? retour)
    {
        var returnsToCheck = retour == OrientationLinks.CheckSlug;
        return OrientationLinks.Step(draftId, form.After(step, answers, returnsToCheck).Slug, returnsToCheck);
    }

    /// <summary>What surrounds the questions of a page.</summary>
    public StepPage Around(Guid draftId, FormStep step, OrientationAnswers answers, string? retour)
    {
        var steps = form.For(answers);
        var index = Math.Max(0, steps.ToList().IndexOf(step));
        var returnsToCheck = retour == OrientationLinks.CheckSlug;
        var back = returnsToCheck ? OrientationLinks.Check(draftId) : index == 0 ? OrientationLinks.Start : OrientationLinks.Step(draftId, steps[index - 1].Slug);
        return new StepPage(draftId, step, index + 1, steps.Count, back, returnsToCheck);
    }

    /// <summary>The draft is gone, or the cookie was lost: nothing can be kept here, so what was typed is given back.</summary>
    public ViewResult Lost(Controller on)
    {
        on.Response.StatusCode = StatusCodes.Status404NotFound;
        var names = form.All.SelectMany(step => step.Texts).ToHashSet();
        return on.View(LostView, new LostPage([.. on.Request.Form.Where(field => names.Contains(field.Key)).Select(field => field.Value.ToString()).Where(text => text.Length > 0)]));
    }

    private ViewResult Dress(Controller on, Guid draftId, FormStep step, IStep filled, OrientationAnswers answers, string? retour)
    {
        filled.Prepare(answers);
        filled.Page = Around(draftId, step, answers, retour);
        return on.View(step.View, filled);
    }

    private static void AddProblem(Controller on, ValidationResult problem)
    {
        var field = problem.MemberNames.First();
        if (on.ModelState[field]?.Errors is null or { Count: 0 }) on.ModelState.AddModelError(field, problem.ErrorMessage!);
    }
}
