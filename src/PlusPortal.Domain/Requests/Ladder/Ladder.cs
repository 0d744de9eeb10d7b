namespace PlusPortal.Domain.Requests.Ladder;

/// <summary>What two sides say of one referral that cannot both be true.</summary>
public enum Disagreement
{
    /// <summary>The actor says that it made contact, the structure that nobody did.</summary>
    Contact,

    /// <summary>The actor says that it could not reach the structure, the structure that it was called.</summary>
    Reach,

    /// <summary>One side says that the need is dealt with, the other that it is not.</summary>
    Outcome,
}

/// <summary>The ladder of one referral: who saw which rung.</summary>
public static class LadderRules
{
    /// <summary>The last word of each side about how the need was dealt with.</summary>
    public static LadderReport? LastOutcome(this IEnumerable<LadderReport> reports, LadderSide side) =>
        reports.Where(report => report.Side == side && report.Rung.IsOutcome).MaxBy(report => (report.At, report.Id));

    /// <summary>The last word of each side about whether there was a contact.</summary>
    public static LadderReport? LastContact(this IEnumerable<LadderReport> reports, LadderSide side) =>
        reports.Where(report => report.Side == side && !report.Rung.IsOutcome && report.Rung != Rung.UnderWay).MaxBy(report => (report.At, report.Id));

    /// <summary>What the two sides say that cannot both be true; nothing when they agree, or one has not spoken.</summary>
    /// <param name="reports">Those of one referral.</param>
    /// <param name="saidNotCalledBack">When the structure said for the last time that nobody called back, UTC; null when it never did.</param>
    public static IReadOnlyList<Disagreement> Disagreements(this IReadOnlyCollection<LadderReport> reports, DateTimeOffset? saidNotCalledBack)
    {
        var found = new List<Disagreement>();
        var (structure, actor) = (reports.LastContact(LadderSide.Structure), reports.LastContact(LadderSide.Actor));
        var structureDenies = saidNotCalledBack is { } said && !(structure is { Rung: Rung.FirstContact or Rung.Reached } && structure.At > said);
        if (actor is { Rung: Rung.FirstContact or Rung.Reached } && (structureDenies ? actor.At < saidNotCalledBack : structure is { Rung: Rung.Unreachable })) found.Add(Disagreement.Contact);
        if (actor is { Rung: Rung.Unreachable } && structure is { Rung: Rung.FirstContact or Rung.Reached } && !structureDenies && structure.On <= actor.On) found.Add(Disagreement.Reach);
        if (reports.LastOutcome(LadderSide.Structure) is { } theirs && reports.LastOutcome(LadderSide.Actor) is { } ours
            && (theirs.Rung == Rung.NotDealtWith) != (ours.Rung == Rung.NotDealtWith)) found.Add(Disagreement.Outcome);
        return found;
    }

    extension(Rung rung)
    {
        /// <summary>Whether it says how the need was dealt with.</summary>
        public bool IsOutcome => rung is Rung.DealtWithInPart or Rung.DealtWith or Rung.NotDealtWith;
    }
}
