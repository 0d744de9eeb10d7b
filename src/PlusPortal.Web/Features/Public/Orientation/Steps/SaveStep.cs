using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Requests;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Web.Features.Public.Orientation.Drafts;
using PlusPortal.Web.Labels;

namespace PlusPortal.Web.Features.Public.Orientation.Steps;

/// <summary>What saving a step led to.</summary>
public abstract record SaveStepResult
{
    private SaveStepResult()
    {
    }

    /// <summary>The answers as they are now.</summary>
    public sealed record Saved(OrientationAnswers Answers) : SaveStepResult;

    /// <summary>What stands in the way, field by field; the answers against which it was judged.</summary>
    public sealed record Refused(IReadOnlyList<ValidationResult> Problems, OrientationAnswers Answers) : SaveStepResult;

    /// <summary>The request was sent in the meantime.</summary>
    public sealed record AlreadySubmitted : SaveStepResult;

    /// <summary>The draft is gone, or somebody else's.</summary>
    public sealed record NotFound : SaveStepResult;
}

/// <summary>
/// Writes the answers of one page. Two tabs, or two devices, may write the same draft: each save starts from the
/// answers as they are and replaces those of its own page only, so the last one to save a page wins on that page
/// and nothing else is lost.
/// </summary>
public sealed class SaveStep(PortalDb db, DraftAccess drafts, FormSteps pages, TimeProvider clock)
{
    private const int MostAttempts = 8;

    /// <summary>Writes them.</summary>
    /// <param name="draftId">Draft of this visitor.</param>
    /// <param name="form">The page, whose annotations hold.</param>
    /// <param name="step">Which page it is.</param>
    /// <param name="isUnfinished">True to keep answers that do not pass yet.</param>
    /// <param name="ct">Cancellation.</param>
    public async Task<SaveStepResult> ExecuteAsync(Guid draftId, IStep form, FormStep step, bool isUnfinished, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            var opened = await drafts.OpenAsync(draftId, ct);
            if (opened is null) return new SaveStepResult.NotFound();
            if (opened.IsSubmitted) return new SaveStepResult.AlreadySubmitted();
            var problems = isUnfinished ? [] : form.Problems(opened.Answers, clock.TodayInParis).ToList();
            if (problems.Count > 0) return new SaveStepResult.Refused(problems, opened.Answers);

            var answers = pages.With(form, step, opened.Answers);
            opened.Draft.Keep(answers, clock.GetUtcNow());
            await drafts.ProlongAsync(opened, ct);
            try
            {
                await db.SaveChangesAsync(ct);
                return new SaveStepResult.Saved(answers);
            }
            catch (DbUpdateConcurrencyException) when (attempt < MostAttempts)
            {
                db.ChangeTracker.Clear();
            }
        }
    }
}
