using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Data.Privacy;

/// <summary>On what occasion an actor was told something of a request. Stored as text, never renamed.</summary>
public enum TransmissionMoment
{
    /// <summary>The request was sent to it.</summary>
    Sent,

    /// <summary>It was asked again.</summary>
    SentAgain,

    /// <summary>It has accepted, and reads, or hears from staff, whom to call.</summary>
    Accepted,

    /// <summary>Its question was answered.</summary>
    Answered,

    /// <summary>Something that it reads was changed: the address, the summary, a correction.</summary>
    Changed,
}

/// <summary>By which way.</summary>
public enum TransmissionChannel
{
    /// <summary>On its page of the portal.</summary>
    Portal,

    /// <summary>By staff, who tell the actor by themselves.</summary>
    ByHand,
}

/// <summary>An actor was told something of a request: who, when, and which facts, as codes and never their values. Written once, never changed.</summary>
public sealed class Transmission
{
    /// <summary>Most characters of the code of a fact.</summary>
    public const int FieldLength = Term.CodeLength;

    /// <summary>Identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>Request that was told.</summary>
    public required Guid RequestId { get; init; }

    /// <summary>Referral by which it was.</summary>
    public required Guid ReferralId { get; init; }

    /// <summary>Actor that was told.</summary>
    public required Guid ActorId { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>On what occasion.</summary>
    public required TransmissionMoment Moment { get; init; }

    /// <summary>By which way.</summary>
    public required TransmissionChannel Channel { get; init; }

    /// <summary>Codes of what was told.</summary>
    public required IReadOnlyList<string> Fields { get; init; }
}
