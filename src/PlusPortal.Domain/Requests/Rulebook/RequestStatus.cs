namespace PlusPortal.Domain.Requests.Rulebook;

/// <summary>Where an orientation request stands.</summary>
public enum RequestStatus
{
    /// <summary>Received, nobody at PLUS has taken it yet.</summary>
    Submitted,

    /// <summary>A member of staff studies it.</summary>
    InTriage,

    /// <summary>A precise question was put to the structure.</summary>
    NeedsInformation,

    /// <summary>Recipients were proposed to a structure that asked to be consulted first.</summary>
    AwaitingConsent,

    /// <summary>Sent to at least one support actor, none has accepted yet.</summary>
    Oriented,

    /// <summary>At least one support actor has accepted.</summary>
    InProgress,

    /// <summary>Ended, with a closing reason.</summary>
    Closed,
}

/// <summary>Whom an open request waits for.</summary>
public enum WaitsFor
{
    /// <summary>PLUS must act.</summary>
    Plus,

    /// <summary>The structure must answer.</summary>
    Structure,

    /// <summary>A support actor must answer or act.</summary>
    SupportActor,

    /// <summary>Nobody: the request is closed.</summary>
    Nobody,
}

/// <summary>Who may cause a move.</summary>
[Flags]
public enum Movers
{
    /// <summary>Nobody: the move is illegal.</summary>
    None = 0,

    /// <summary>The structure, through its private link.</summary>
    Structure = 1,

    /// <summary>A member of PLUS staff.</summary>
    Staff = 2,

    /// <summary>A partner answering for a support actor.</summary>
    Partner = 4,

    /// <summary>The portal itself: a job or a rule.</summary>
    System = 8,

    /// <summary>Follows from the referrals of the current round, whoever moved them.</summary>
    Derived = 16,
}

/// <summary>The only table of moves of a request.</summary>
public static class RequestTransitions
{
    private static readonly Dictionary<(RequestStatus From, RequestStatus To), Movers> Table = new()
    {
        [(RequestStatus.Submitted, RequestStatus.InTriage)] = Movers.Staff,
        [(RequestStatus.Submitted, RequestStatus.Oriented)] = Movers.System,
        [(RequestStatus.InTriage, RequestStatus.NeedsInformation)] = Movers.Staff,
        [(RequestStatus.NeedsInformation, RequestStatus.InTriage)] = Movers.Structure | Movers.Staff,
        [(RequestStatus.InTriage, RequestStatus.AwaitingConsent)] = Movers.Derived,
        [(RequestStatus.InTriage, RequestStatus.Oriented)] = Movers.Derived,
        [(RequestStatus.InTriage, RequestStatus.InProgress)] = Movers.Derived,
        [(RequestStatus.AwaitingConsent, RequestStatus.Oriented)] = Movers.Derived,
        [(RequestStatus.AwaitingConsent, RequestStatus.InProgress)] = Movers.Derived,
        [(RequestStatus.AwaitingConsent, RequestStatus.InTriage)] = Movers.Derived,
        [(RequestStatus.Oriented, RequestStatus.InProgress)] = Movers.Derived,
        [(RequestStatus.Oriented, RequestStatus.AwaitingConsent)] = Movers.Derived,
        [(RequestStatus.Oriented, RequestStatus.InTriage)] = Movers.Derived,
        [(RequestStatus.InProgress, RequestStatus.Oriented)] = Movers.Derived,
        [(RequestStatus.InProgress, RequestStatus.AwaitingConsent)] = Movers.Derived,
        [(RequestStatus.InProgress, RequestStatus.InTriage)] = Movers.Derived,
        [(RequestStatus.Submitted, RequestStatus.Closed)] = Movers.Staff | Movers.Structure,
        [(RequestStatus.InTriage, RequestStatus.Closed)] = Movers.Staff | Movers.Structure,
        [(RequestStatus.NeedsInformation, RequestStatus.Closed)] = Movers.Staff | Movers.Structure,
        [(RequestStatus.AwaitingConsent, RequestStatus.Closed)] = Movers.Staff | Movers.Structure | Movers.Derived,
        [(RequestStatus.Oriented, RequestStatus.Closed)] = Movers.Staff | Movers.Structure | Movers.Derived,
        [(RequestStatus.InProgress, RequestStatus.Closed)] = Movers.Staff | Movers.Structure | Movers.Derived,
        [(RequestStatus.Closed, RequestStatus.InTriage)] = Movers.Staff,
    };

    /// <summary>Who may move a request from one status to the other; <see cref="Movers.None"/> when nobody may.</summary>
    public static Movers MoversOf(RequestStatus from, RequestStatus to) => Table.GetValueOrDefault((from, to));

    /// <summary>Whether the move is legal for that mover.</summary>
    public static bool CanBecome(this RequestStatus from, RequestStatus to, Movers by) => (MoversOf(from, to) & by) != 0;
}
