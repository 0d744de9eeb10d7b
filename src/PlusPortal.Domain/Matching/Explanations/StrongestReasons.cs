namespace PlusPortal.Domain.Matching.Explanations;

/// <summary>The few reasons that say most about a proposal, out of all that were stored.</summary>
public static class StrongestReasons
{
    /// <summary>Most reasons that a person reads.</summary>
    public const int Most = 4;

    private const int Fewest = 2;

    /// <summary>Conditions that say something even without points, the most telling first.</summary>
    private static readonly string[] Telling = [Criteria.Territory, Criteria.Stage, Criteria.LegalForm];

    /// <summary>Two to four reasons that are met: those that brought most points, then the conditions that tell most. How other requests ended is for staff only.</summary>
    public static IReadOnlyList<CriterionOutcome> Of(IReadOnlyList<CriterionOutcome> reasons)
    {
        var met = reasons.Where(reason => reason.Outcome == Outcome.Met && !Criteria.IsForStaff(reason.Criterion)).ToList();
        var best = met.Where(reason => reason.Points > 0).OrderByDescending(reason => reason.Points).Take(Most).ToList();
        foreach (var criterion in Telling)
        {
            // Nearness already says where the actor works.
            if (best.Count >= Most || (criterion == Criteria.Territory && best.Exists(reason => reason.Criterion == Criteria.Nearness))) continue;
            if (met.Find(reason => reason.Criterion == criterion && reason.Points == 0) is { } condition) best.Add(condition);
        }

        best.AddRange(met.Except(best).Take(Math.Max(0, Fewest - best.Count)));
        return best;
    }
}
