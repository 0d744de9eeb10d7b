using System.Runtime.CompilerServices;

namespace PlusPortal.Domain.Requests.Rulebook;

/// <summary>A step of a state machine. It must be in the table of its machine, which stays the only table of moves.</summary>
public readonly record struct Move<TStatus>(TStatus From, TStatus To)
    where TStatus : struct, Enum;

/// <summary>
/// Something that somebody may do to a request, declared once: who, from which states, under which conditions, and which
/// event it leaves. The same declaration guards the method of <c>OrientationRequest</c>, decides whether a page shows the
/// button, and gives the code that words the refusal. What depends on what is typed (a text, a code, an offer) is checked
/// by the method afterwards: it cannot decide whether the act may be offered.
/// </summary>
public abstract class Act
{
    private protected Act(string name) => Name = name;

    /// <summary>Name of its property in <see cref="Acts"/>: its code in addresses and in tests.</summary>
    public string Name { get; }

    /// <summary>Who may do it.</summary>
    public required Movers By { get; init; }

    /// <summary>States of the request in which it may be done.</summary>
    public required IReadOnlyList<RequestStatus> From { get; init; }

    /// <summary>What must hold besides, in the order in which it is looked at.</summary>
    public IReadOnlyList<Condition> Needs { get; init; } = [];

    /// <summary>Refusal in another state of the request; null means that the request is closed, or has moved on.</summary>
    public RuleCode? WrongState { get; init; }

    /// <summary>Event that it leaves in the timeline.</summary>
    public required EventKind Leaves { get; init; }

    /// <summary>Kind of the text that goes with it; null when none does.</summary>
    public NoteKind? Writes { get; init; }

    /// <summary>Whether doing it when it is done already is no error: the method then changes nothing.</summary>
    public bool IsQuietWhenDone { get; init; }

    /// <summary>Whether that kind of author may do it at all.</summary>
    public bool IsOpenTo(Author by) => (By & by.AsMover) != 0;

    /// <summary>Refusal for the state of the request; null when it may be done there.</summary>
    public RuleCode? RefusalIn(RequestStatus status)
    {
        if (From.Contains(status)) return null;
        return WrongState ?? (status == RequestStatus.Closed ? RuleCode.RequestClosed : RuleCode.IllegalRequestTransition);
    }

    /// <inheritdoc />
    public override string ToString() => Name;
}

/// <summary>An act on the request itself.</summary>
public sealed class RequestAct([CallerMemberName] string name = "") : Act(name)
{
    /// <summary>Where it takes the request; from a state that is not here the request stays where it is.</summary>
    public IReadOnlyList<Move<RequestStatus>> Moves { get; init; } = [];
}

/// <summary>An act on one referral of the request.</summary>
public sealed class ReferralAct([CallerMemberName] string name = "") : Act(name)
{
    /// <summary>States of the referral in which it may be done.</summary>
    public required IReadOnlyList<ReferralStatus> Of { get; init; }

    /// <summary>Where it takes the referral.</summary>
    public IReadOnlyList<Move<ReferralStatus>> Moves { get; init; } = [];

    /// <summary>Whether it may be done to a referral of an earlier round.</summary>
    public bool InAnyRound { get; init; }

    /// <summary>Where it takes a referral in that state.</summary>
    public ReferralStatus Next(ReferralStatus from) => Moves.First(move => move.From == from).To;

    /// <summary>Whether it takes a referral in that state anywhere.</summary>
    public bool MovesFrom(ReferralStatus from) => Moves.Any(move => move.From == from);
}
