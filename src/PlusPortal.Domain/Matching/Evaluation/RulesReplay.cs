using PlusPortal.Domain.Matching.Lexicon;
using PlusPortal.Domain.Matching.Rules;
using PlusPortal.Domain.Matching.Search;


namespace PlusPortal.Domain.Matching.Evaluation;

/// <summary>A request to replay: its reference and what the matcher is told, nothing else of it.</summary>
public sealed record ReplaySubject(string Reference, MatchingCriteria Criteria);

/// <summary>An actor among the first three before or after, with both ranks; null when it is not proposed at all.</summary>
public sealed record ReplayedActor(Guid ActorId, string Name, int? Before, int? After);

/// <summary>What other rules change for one request.</summary>
/// <param name="Reference">Reference of the request.</param>
/// <param name="Before">First three under the rules of before, with their rank under the others.</param>
/// <param name="After">First three under the other rules, with their rank of before.</param>
public sealed record ReplayLine(string Reference, IReadOnlyList<ReplayedActor> Before, IReadOnlyList<ReplayedActor> After)
{
    /// <summary>Whether the first three are not the same, or not in the same order.</summary>
    public bool IsChanged => !Before.Select(actor => actor.ActorId).SequenceEqual(After.Select(actor => actor.ActorId));

    /// <summary>Whether another actor would be asked first.</summary>
    public bool IsLeadChanged => Before.FirstOrDefault()?.ActorId != After.FirstOrDefault()?.ActorId;

    /// <summary>Actors that are no longer among the first three.</summary>
    public IEnumerable<ReplayedActor> Left => Before.Where(actor => After.All(other => other.ActorId != actor.ActorId));
}

/// <summary>How often an actor is among the first three, and first, before and after.</summary>
public sealed record ReplayedShare(string Name, int TopBefore, int TopAfter, int LeadBefore, int LeadAfter)
{
    /// <summary>Whether anything changes for this actor.</summary>
    public bool IsChanged => TopBefore != TopAfter || LeadBefore != LeadAfter;
}

/// <summary>Both rules over the same requests, the same directory and the same day: only the rules differ.</summary>
/// <param name="Lines">One a request, in the order given.</param>
/// <param name="Asked">How many requests were given; more than there are lines when time ran out.</param>
public sealed record RulesReplay(IReadOnlyList<ReplayLine> Lines, int Asked)
{
    /// <summary>Proposals that count as seen.</summary>
    public const int Top = 3;

    /// <summary>Requests for which something changes.</summary>
    public IReadOnlyList<ReplayLine> Changed { get; } = [.. Lines.Where(line => line.IsChanged)];

    /// <summary>Actors for which something changes, those that lose or gain most first.</summary>
    public IReadOnlyList<ReplayedShare> Actors { get; } = SharesOf(Lines);

    /// <summary>Replays.</summary>
    /// <param name="subjects">Requests.</param>
    /// <param name="catalog">Directory of now.</param>
    /// <param name="before">Rules to compare with.</param>
    /// <param name="after">Rules on trial.</param>
    /// <param name="today">Paris date.</param>
    /// <param name="isOver">Asked between two requests: whether time ran out.</param>
    /// <param name="lexicon">Phrases that the texts are read with, both times; the default ones when null.</param>
    public static RulesReplay Run(IReadOnlyList<ReplaySubject> subjects, OfferCatalog catalog, MatchingRules before, MatchingRules after, DateOnly today, Func<bool> isOver, NeedLexicon? lexicon = null)
    {
        var lines = new List<ReplayLine>(subjects.Count);
        foreach (var subject in subjects)
        {
            if (isOver()) break;
            lines.Add(Compare(
                subject.Reference,
                MatchingService.Match(subject.Criteria, catalog, before, today, lexicon).Proposals,
                MatchingService.Match(subject.Criteria, catalog, after, today, lexicon).Proposals));
        }

        return new RulesReplay(lines, subjects.Count);
    }

    private static ReplayLine Compare(string reference, IReadOnlyList<Proposal> before, IReadOnlyList<Proposal> after)
    {
        return new ReplayLine(reference, [.. before.Take(Top).Select(Find)], [.. after.Take(Top).Select(Find)]);

        ReplayedActor Find(Proposal proposal) => new(proposal.ActorId, proposal.ActorName, RankIn(before, proposal.ActorId), RankIn(after, proposal.ActorId));
    }

    private static int? RankIn(IReadOnlyList<Proposal> proposals, Guid actorId) => proposals.FirstOrDefault(proposal => proposal.ActorId == actorId)?.Rank;

    private static List<ReplayedShare> SharesOf(IReadOnlyList<ReplayLine> lines)
    {
        var names = lines.SelectMany(line => line.Before.Concat(line.After)).DistinctBy(actor => actor.ActorId).ToDictionary(actor => actor.ActorId, actor => actor.Name);
        return
        [
            .. names.Select(pair => new ReplayedShare(
                    pair.Value,
                    lines.Count(line => line.Before.Any(actor => actor.ActorId == pair.Key)),
                    lines.Count(line => line.After.Any(actor => actor.ActorId == pair.Key)),
                    lines.Count(line => line.Before.FirstOrDefault()?.ActorId == pair.Key),
                    lines.Count(line => line.After.FirstOrDefault()?.ActorId == pair.Key)))
                .Where(share => share.IsChanged)
                .OrderByDescending(share => Math.Abs(share.LeadAfter - share.LeadBefore))
                .ThenByDescending(share => Math.Abs(share.TopAfter - share.TopBefore))
                .ThenBy(share => share.Name, StringComparer.Ordinal),
        ];
    }
}
