using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Web.Features.Shared.Facts;

namespace PlusPortal.Web.Features.Public.Orientation.Steps;

/// <summary>A page of the form as the form knows it: its address, its view, when it is asked and answered, and the facts that it declares.</summary>
public sealed record FormStep
{
    private const string Root = "PlusPortal.Web.";

    /// <summary>Stable name; at rest in drafts: never renamed.</summary>
    public required string Key { get; init; }

    /// <summary>End of its address.</summary>
    public required string Slug { get; init; }

    /// <summary>Path of its view.</summary>
    public required string View { get; init; }

    /// <summary>The page without an answer, to be filled from what was posted.</summary>
    public required Func<IStep> Blank { get; init; }

    /// <summary>The page as answered before.</summary>
    public required Func<OrientationAnswers, IStep> Open { get; init; }

    /// <summary>Whether it has a usable answer.</summary>
    public required Func<OrientationAnswers, bool> IsAnswered { get; init; }

    /// <summary>Whether it is asked, given the other answers; always, unless said.</summary>
    public Func<OrientationAnswers, bool> AppliesTo { get; init; } = _ => true;

    /// <summary>The answers without its own, when it is not asked any more. Steps with properties of their own leave it to <see cref="OrientationAnswers.WithoutIrrelevant"/>.</summary>
    public Func<OrientationAnswers, OrientationAnswers> Forget { get; init; } = answers => answers;

    /// <summary>What its answers declare, in the order of the page.</summary>
    public IReadOnlyList<DeclaredFact> Facts { get; init; } = [];

    /// <summary>What is called « retiré » when other answers took its own away; null when nothing is said.</summary>
    public string? WhenDropped { get; init; }

    /// <summary>Names of the fields whose text is given back when the draft cannot be found any more.</summary>
    public IReadOnlyList<string> Texts { get; init; } = [];

    /// <summary>Whether a controller of its own answers its address, because it asks the database more than the draft.</summary>
    public bool HasOwnController { get; init; }

    /// <summary>A page with fields of its own; its view stands beside it and has its name.</summary>
    public static FormStep Of<TStep>(RequestStep step, string slug)
        where TStep : class, IStep<TStep>, new() => new()
        {
            Key = OrientationAnswers.KeyOf(step),
            Slug = slug,
            View = $"/{typeof(TStep).Namespace![Root.Length..].Replace('.', '/')}/{step}.cshtml",
            Blank = () => new TStep(),
            Open = TStep.From,
            IsAnswered = answers => answers.IsAnswered(step),
        };
}
