using PlusPortal.Domain.Matching.Evaluation;
using PlusPortal.Domain.Matching.Rules;

namespace PlusPortal.Web.Features.Admin.Matching.Rules;

/// <summary>One version in a list or at the top of its page.</summary>
/// <param name="Number">Its number.</param>
/// <param name="BaseNumber">Version that was in force when it was written; null for the first.</param>
/// <param name="Values">Values by name of the weight.</param>
/// <param name="State">Where it stands.</param>
/// <param name="CreatedAt">When it was written.</param>
/// <param name="PublishedAt">When it came into force; null when it never did.</param>
/// <param name="EndedAt">When it was replaced or given up.</param>
/// <param name="Told">Who and why; null for observers.</param>
public sealed record VersionLine(
    int Number, int? BaseNumber, IReadOnlyDictionary<string, int> Values, RulesState State, DateTimeOffset CreatedAt, DateTimeOffset? PublishedAt, DateTimeOffset? EndedAt, VersionTold? Told)
{
    /// <summary>The rules as the matcher takes them.</summary>
    public MatchingRules ToRules() => RuleWeights.ToRules(Number, Values);
}

/// <summary>Who and why, for staff.</summary>
/// <param name="Reason">Why it was written.</param>
/// <param name="Author">Who wrote it, in words.</param>
/// <param name="DecidedBy">Who published or discarded it, in words; null when nobody did.</param>
public sealed record VersionTold(string Reason, string Author, string? DecidedBy);

/// <summary>The rules in force and the versions, the latest first.</summary>
/// <param name="InForce">The version in force.</param>
/// <param name="Values">Its values.</param>
/// <param name="Versions">One page of versions.</param>
/// <param name="Next">Number before which the next page begins; null on the last one.</param>
public sealed record RulesPage(VersionLine InForce, MatchingRules Values, IReadOnlyList<VersionLine> Versions, int? Next);

/// <summary>One version with what differs from another.</summary>
/// <param name="Line">The version.</param>
/// <param name="InForce">Number of the version in force.</param>
/// <param name="ComparedWith">Number of the version that it is compared with; null for the first of all.</param>
/// <param name="Differences">What differs.</param>
public sealed record RulesVersionPage(VersionLine Line, int InForce, int? ComparedWith, IReadOnlyList<RuleDifference> Differences)
{
    /// <summary>Whether the draft was written against rules that are no longer in force.</summary>
    public bool IsConflict => Line.State == RulesState.Draft && Line.BaseNumber != InForce;
}

/// <summary>The form that proposes values.</summary>
/// <param name="InForce">Rules in force, shown beside each field.</param>
/// <param name="From">Version whose values fill the form; null for those in force.</param>
/// <param name="Form">The form.</param>
/// <param name="Meanwhile">What came into force while it was written.</param>
public sealed record ProposeRulesPage(MatchingRules InForce, int? From, RulesForm Form, IReadOnlyList<RuleDifference> Meanwhile);

/// <summary>A draft replayed.</summary>
public sealed record ReplayPage
{
    /// <summary>Numbers of requests among which to choose.</summary>
    public static IReadOnlyList<int> Sizes { get; } = [50, 200, 500];

    /// <summary>The draft with its differences.</summary>
    public required RulesVersionPage Version { get; init; }

    /// <summary>How many requests were asked for.</summary>
    public required int Size { get; init; }

    /// <summary>What it changes for the last requests.</summary>
    public required RulesReplay Replay { get; init; }

    /// <summary>The rules in force on the evaluation set.</summary>
    public required EvaluationReport MeasuredBefore { get; init; }

    /// <summary>The draft on the evaluation set.</summary>
    public required EvaluationReport MeasuredAfter { get; init; }

    /// <summary>Whether the person may publish.</summary>
    public required bool MayPublish { get; init; }
}
