using PlusPortal.Domain.Matching.Lexicon;
using PlusPortal.Domain.Matching.Rules;
using PlusPortal.Domain.Matching.Scoring;

namespace PlusPortal.Domain.Matching;

/// <summary>Result of one matching, stored with the request as it was, whatever the directory becomes.</summary>
public sealed record MatchResult
{
    /// <summary>Version of the rules that produced it.</summary>
    public required int RulesVersion { get; init; }

    /// <summary>Hash of the phrases that the text was read with, see <see cref="Lexicon.LexiconHash"/>; null for a result stored before there was one.</summary>
    public string? LexiconHash { get; init; }

    /// <summary>Stage that the text suggests, or the declared one; null when nothing tells.</summary>
    public string? SuggestedStage { get; init; }

    /// <summary>Sub-stage that the text suggests, or the declared one.</summary>
    public string? SuggestedSubStage { get; init; }

    /// <summary>Themes that the text suggests, the most likely first.</summary>
    public IReadOnlyList<string> SuggestedThemes { get; init; } = [];

    /// <summary>What triage should notice.</summary>
    public IReadOnlyList<DetectedSignal> Signals { get; init; } = [];

    /// <summary>Eligible offers, the best first, one at most for each actor.</summary>
    public required IReadOnlyList<Proposal> Proposals { get; init; }

    /// <summary>Excluded actors with the criterion that excluded them; nearest misses first.</summary>
    public required IReadOnlyList<Exclusion> Excluded { get; init; }

    /// <summary>The same with more signals, in the order of the vocabulary, none twice.</summary>
    public MatchResult With(IEnumerable<DetectedSignal> more)
    {
        var all = Signals.Concat(more).Distinct().ToLookup(signal => signal.Code);
        return this with { Signals = [.. Vocabulary.TriageSignals.All.SelectMany(term => all[term.Code])] };
    }
}

/// <summary>A triage signal with the sentence that says why it fired, in French.</summary>
/// <param name="Code">Code of <see cref="Vocabulary.TriageSignals"/>.</param>
/// <param name="Reason">French sentence for staff.</param>
/// <param name="OtherReference">Reference of the request that it is about, where it is about another one.</param>
public sealed record DetectedSignal(string Code, string Reason, string? OtherReference = null);

/// <summary>Part that a proposed actor would play.</summary>
public enum ProposalRole
{
    /// <summary>Chef de file: the first to ask.</summary>
    Lead,

    /// <summary>Joins the lead; up to two.</summary>
    Contributor,

    /// <summary>Asked if another declines or stays silent.</summary>
    Alternate,
}

/// <summary>Whether a criterion is met.</summary>
public enum Outcome
{
    /// <summary>Known to be met.</summary>
    Met,

    /// <summary>Known not to be met.</summary>
    Unmet,

    /// <summary>The request, or the offer, does not say: to be checked with the actor.</summary>
    Unknown,
}

/// <summary>Outcome of one criterion for one offer.</summary>
/// <param name="Criterion">Stable code of the criterion, see <see cref="Criteria"/>.</param>
/// <param name="Outcome">Met, unmet or unknown.</param>
/// <param name="Points">Integer points added or removed; 0 for hard criteria.</param>
/// <param name="Text">French sentence that a volunteer understands.</param>
public sealed record CriterionOutcome(string Criterion, Outcome Outcome, int Points, string Text)
{
    /// <summary>Whether somebody must check it with the actor: a criterion that could exclude, of which nothing is known. An unknown soft criterion only gives no points.</summary>
    public bool MustBeVerified() => Outcome == Outcome.Unknown && Criteria.IsHard(Criterion);
}

/// <summary>An eligible offer.</summary>
public sealed record Proposal
{
    /// <summary>1 for the best.</summary>
    public required int Rank { get; init; }

    /// <summary>Part the actor would play.</summary>
    public required ProposalRole Role { get; init; }

    /// <summary>Actor proposed.</summary>
    public required Guid ActorId { get; init; }

    /// <summary>Public name of the actor.</summary>
    public required string ActorName { get; init; }

    /// <summary>Best offer of the actor for this request.</summary>
    public required Guid OfferId { get; init; }

    /// <summary>Title of the offer.</summary>
    public required string OfferTitle { get; init; }

    /// <summary>Revision of the offer that was read.</summary>
    public required int OfferRevision { get; init; }

    /// <summary>Sum of the points.</summary>
    public required int Score { get; init; }

    /// <summary>One outcome a criterion, hard and soft.</summary>
    public required IReadOnlyList<CriterionOutcome> Reasons { get; init; }
}

/// <summary>An actor that was left out, with the hard criterion that did it.</summary>
/// <param name="ActorId">Actor left out.</param>
/// <param name="ActorName">Its public name.</param>
/// <param name="OfferId">The offer that came nearest.</param>
/// <param name="OfferTitle">Its title.</param>
/// <param name="Criterion">First hard criterion that failed.</param>
/// <param name="Text">French sentence.</param>
/// <param name="FailedCriteria">How many hard criteria failed; 1 is a near miss.</param>
public sealed record Exclusion(Guid ActorId, string ActorName, Guid OfferId, string OfferTitle, string Criterion, string Text, int FailedCriteria)
{
    /// <summary>For a near miss, what separates it from a proposal: « Il s'en faut de l'intercommunalité. »; null otherwise.</summary>
    public string? Lacking { get; init; }
}
