using PlusPortal.Domain.Requests.Clock;
using PlusPortal.Domain.Requests.Deadlines;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Web.Labels.Situations;

/// <summary>Why PLUS has to search again.</summary>
public enum SearchCause
{
    /// <summary>The request was opened again, or nothing else is known.</summary>
    Reopened,

    /// <summary>The actor declined.</summary>
    Declined,

    /// <summary>The actor did not answer in time.</summary>
    Expired,

    /// <summary>It was taken back from an actor that had it.</summary>
    Cancelled,

    /// <summary>The structure wanted none of the actors proposed to it.</summary>
    Refused,

    /// <summary>The actor had accepted, and gave it back.</summary>
    HandedBack,

    /// <summary>The structure says that what the actor noted is not so.</summary>
    Contested,

    /// <summary>The support of the actor ended without solution.</summary>
    WithoutSolution,

    /// <summary>The actor could not reach the structure.</summary>
    Unreachable,
}

/// <summary>What the words of a situation need besides it; no free text, nobody's name but that of an actor.</summary>
public sealed record SituationFacts
{
    private const string SomeActor = "l’interlocuteur";

    /// <summary>Today, with the calendar of PLUS.</summary>
    public required PlusDay Today { get; init; }

    /// <summary>Name of the actor that it is about.</summary>
    public string Actor { get; init; } = SomeActor;

    /// <summary>Whether it is known which one.</summary>
    public bool IsActorNamed => Actor != SomeActor;

    /// <summary>Code of <see cref="ContactChannels"/> that the structure prefers.</summary>
    public string Channel { get; init; } = ContactChannels.Telephone;

    /// <summary>Day from which the actor takes the request; null when at once.</summary>
    public DateOnly? StartsOn { get; init; }

    /// <summary>What PLUS has to do specially; null when nothing.</summary>
    public StaffTask? Task { get; init; }

    /// <summary>Why PLUS searches again.</summary>
    public SearchCause Cause { get; init; }

    /// <summary>Code of <see cref="ClosingReasons"/>; null while it is open.</summary>
    public string? ClosingReason { get; init; }

    /// <summary>Reference of the request that is kept, when this one is a duplicate.</summary>
    public string? KeptReference { get; init; }

    /// <summary>Whether some actor had it.</summary>
    public bool WasTold { get; init; }

    /// <summary>Whether urgent delays apply.</summary>
    public bool IsUrgent { get; init; }

    /// <summary>Code of the outcome that the actor noted; null where none is spoken of.</summary>
    public string? Outcome { get; init; }

    /// <summary>Whether the actor spoken of has taken the request, and knows whom to call.</summary>
    public bool HasAccepted { get; init; }

    /// <summary>Whether actors are chosen about which the structure has not been asked yet.</summary>
    public bool HasToAskAgreement { get; init; }

    /// <summary>Whether the structure said, and never took back, that its need is not dealt with.</summary>
    public bool IsUnmet { get; init; }

    /// <summary>Whether the structure was reminded in vain, and its request may be ended after that day.</summary>
    public bool IsLastTerm { get; init; }

    /// <summary>Whether the structure has still to prove its address.</summary>
    public bool AddressIsUnproven { get; init; }

    /// <summary>Whether a question of the actor was left without answer, and may still be answered.</summary>
    public bool IsQuestionOpen { get; init; }

    /// <summary>Whether they are read in a message, and not on the tracking page.</summary>
    public bool IsInMessage { get; init; }

    /// <summary>Whether something else is asked of the structure: « vous n’avez rien à faire » is not said beside it.</summary>
    public bool StructureHasToAct { get; init; }
}

/// <summary>Where the sentences for a structure are read.</summary>
public enum ReadingPlace
{
    /// <summary>On its page, which offers what they speak of.</summary>
    Page,

    /// <summary>In a message, whose link leads there.</summary>
    Message,

    /// <summary>In a message that asks something by itself: « vous n’avez rien à faire » is not said beside it.</summary>
    AskingMessage,
}

/// <summary>What each side reads of one situation.</summary>
/// <param name="ForStructure">What the structure must do now, what happens, by when.</param>
/// <param name="ForStaff">What PLUS does, or whom it waits for and until when.</param>
/// <param name="ForActor">What the actor does, said to it.</param>
public sealed record SituationSentences(string ForStructure, string ForStaff, string ForActor);
