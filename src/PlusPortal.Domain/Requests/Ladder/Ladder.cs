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

/// <summary>Why a rung does not stand beside one that the same side noted.</summary>
public enum RungClash
{
    /// <summary>It is noted already: there is nothing to do.</summary>
    Noted,

    /// <summary>It could not be reached, where that day or later it was.</summary>
    UnreachableOnceReached,

    /// <summary>The first contact was another day.</summary>
    SecondFirstContact,

    /// <summary>The first contact would follow the help.</summary>
    ContactAfterHelp,

    /// <summary>The help would come before the first contact.</summary>
    HelpBeforeContact,

    /// <summary>The need stands otherwise, that day or later.</summary>
    OtherOutcome,
}

/// <summary>A rung that stands, and that another one does not go with.</summary>
/// <param name="Clash">Why not.</param>
/// <param name="Rung">The rung that stands.</param>
/// <param name="Side">Who noted it.</param>
/// <param name="On">Its day.</param>
public sealed record StandingRung(RungClash Clash, Rung Rung, LadderSide Side, DateOnly On);

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

    /// <summary>
    /// What stands in the way of a rung: days go forward from the first contact to what became of the need, one side has one first contact and one word on
    /// the need a day, and nobody is out of reach on a day on which, or after which, it was reached. Null when nothing does. A need that is not dealt with
    /// asks for no contact.
    /// </summary>
    /// <param name="reports">Those of one referral, since its clock started.</param>
    /// <param name="seen">The rung that is told.</param>
    public static StandingRung? ClashOf(this IEnumerable<LadderReport> reports, RungSeen seen)
    {
        var own = reports.Where(report => report.Side == seen.Side).OrderByDescending(report => (report.At, report.Id)).ToList();
        return Find(RungClash.Noted, other => (other.Rung, other.On, other.WhyNot) == (seen.Rung, seen.On, seen.WhyNot))
            ?? (seen.Rung == Rung.Unreachable ? Find(RungClash.UnreachableOnceReached, other => (other.Rung == Rung.Reached || other.Rung == Rung.FirstContact || other.Rung.IsHelp) && other.On >= seen.On) : null)
            ?? (seen.Rung == Rung.FirstContact ? Find(RungClash.SecondFirstContact, other => other.Rung == Rung.FirstContact) : null)
            ?? (seen.Rung == Rung.FirstContact ? Find(RungClash.ContactAfterHelp, other => other.Rung.IsHelp && other.On < seen.On) : null)
            ?? (seen.Rung.IsHelp ? Find(RungClash.HelpBeforeContact, other => other.Rung == Rung.FirstContact && other.On > seen.On) : null)
            ?? (seen.Rung.IsOutcome ? Find(RungClash.OtherOutcome, other => other.Rung.IsOutcome && (other.On > seen.On || (other.On == seen.On && (other.Rung, seen.Rung) != (Rung.DealtWithInPart, Rung.DealtWith)))) : null);

        StandingRung? Find(RungClash clash, Predicate<LadderReport> stands) => own.Find(stands) is { } other ? new StandingRung(clash, other.Rung, other.Side, other.On) : null;
    }

    extension(DomainRuleException broken)
    {
        /// <summary>Of <see cref="RuleCode.RungClashes"/>, the rung that stands; null of any other rule.</summary>
        public StandingRung? Standing => broken.About as StandingRung;
    }

    extension(Rung rung)
    {
        /// <summary>Whether it says that the actor helps, or helped.</summary>
        public bool IsHelp => rung is Rung.UnderWay or Rung.DealtWithInPart or Rung.DealtWith;

        /// <summary>Whether it says that there was a contact.</summary>
        public bool IsContact => rung is Rung.Reached or Rung.FirstContact or Rung.UnderWay;

        /// <summary>Whether it says how the need was dealt with.</summary>
        public bool IsOutcome => rung is Rung.DealtWithInPart or Rung.DealtWith or Rung.NotDealtWith;
    }
}
