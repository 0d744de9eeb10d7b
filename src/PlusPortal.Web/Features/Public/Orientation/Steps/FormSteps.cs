using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Web.Features.Shared.Facts;

namespace PlusPortal.Web.Features.Public.Orientation.Steps;

/// <summary>The pages of the form in order, the check page last, and the way through them: it follows from the answers and is stored nowhere.</summary>
public sealed class FormSteps
{
    /// <summary>Takes the pages.</summary>
    /// <exception cref="ArgumentException">Two pages share a key or an address.</exception>
    public FormSteps(IReadOnlyList<FormStep> pages)
    {
        var doubled = pages.GroupBy(step => step.Key).Concat(pages.GroupBy(step => step.Slug)).Where(same => same.Count() > 1).Select(same => same.Key).ToList();
        if (doubled.Count > 0) throw new ArgumentException($"Two steps of the form share {string.Join(", ", doubled)}.", nameof(pages));
        All = pages;
    }

    /// <summary>Every page, asked or not.</summary>
    public IReadOnlyList<FormStep> All { get; }

    /// <summary>The page on which everything is checked and sent.</summary>
    public FormStep Check => All[^1];

    /// <summary>What the answers declare, in the order of the form.</summary>
    public IEnumerable<DeclaredFact> Facts => All.SelectMany(step => step.Facts);

    /// <summary>The pages that these answers call for, in order.</summary>
    public IReadOnlyList<FormStep> For(OrientationAnswers answers) => [.. All.Where(step => step.AppliesTo(answers))];

    /// <summary>Where these answers continue: the first page that lacks its answer; the check page when only sending is left.</summary>
    public FormStep NextIn(OrientationAnswers answers) => For(answers).FirstOrDefault(step => !step.IsAnswered(answers)) ?? Check;

    /// <summary>Whether a page may be shown: it is asked, and every page before it has its answer.</summary>
    public bool CanReach(FormStep step, OrientationAnswers answers) => For(answers).TakeWhile(other => other != step).All(other => other.IsAnswered(answers)) && step.AppliesTo(answers);

    /// <summary>The page after a step: the next one, or back to the check page as soon as nothing is missing.</summary>
    public FormStep After(FormStep step, OrientationAnswers answers, bool returnsToCheck)
    {
        if (returnsToCheck) return NextIn(answers);
        var next = All.SkipWhile(other => other != step).Skip(1).First(other => other.AppliesTo(answers));
        return CanReach(next, answers) ? next : NextIn(answers);
    }

    /// <summary>The answers of a page put among the others, without those that they have made irrelevant.</summary>
    public OrientationAnswers With(IStep filled, FormStep step, OrientationAnswers answers)
    {
        var kept = filled.ApplyTo(answers).Answered(step.Key).WithoutIrrelevant();
        foreach (var other in All.Where(other => !other.AppliesTo(kept)))
        {
            var without = other.Forget(kept);
            if (without != kept) kept = without.Dropping(other.Key);
        }

        return kept;
    }
}
