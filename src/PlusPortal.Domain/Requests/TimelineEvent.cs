namespace PlusPortal.Domain.Requests;

/// <summary>What happened. Stored as text; never renamed.</summary>
public enum EventKind
{
    /// <summary>The structure sent its request.</summary>
    Submitted,

    /// <summary>The structure opened its private link: its address works.</summary>
    AddressProven,

    /// <summary>Staff spoke to the person and vouch for the address.</summary>
    AddressVouchedFor,

    /// <summary>A member of staff took the request.</summary>
    TakenInCharge,

    /// <summary>The request was given to another member of staff.</summary>
    Assigned,

    /// <summary>Nobody is in charge any more.</summary>
    Released,

    /// <summary>Staff corrected stage, themes or commune beside the declaration.</summary>
    Corrected,

    /// <summary>The matcher ran.</summary>
    Matched,

    /// <summary>Staff wrote or changed the summary for the actors.</summary>
    SummaryWritten,

    /// <summary>Staff asked the structure for a missing piece.</summary>
    QuestionAsked,

    /// <summary>The structure answered.</summary>
    QuestionAnswered,

    /// <summary>Staff took the request back without an answer.</summary>
    QuestionDropped,

    /// <summary>An actor was chosen.</summary>
    ReferralProposed,

    /// <summary>The structure was asked whether the actor may receive its request.</summary>
    ConsentAsked,

    /// <summary>The structure agreed to the actor.</summary>
    ConsentGiven,

    /// <summary>The actor was told.</summary>
    ReferralSent,

    /// <summary>The actor asked its question.</summary>
    ReferralInformationRequested,

    /// <summary>The actor's question was answered.</summary>
    ReferralInformationGiven,

    /// <summary>The actor accepted.</summary>
    ReferralAccepted,

    /// <summary>The actor declined.</summary>
    ReferralDeclined,

    /// <summary>The actor handed an accepted request back.</summary>
    ReferralHandedBack,

    /// <summary>The actor did not answer in time.</summary>
    ReferralExpired,

    /// <summary>The referral was taken back.</summary>
    ReferralCancelled,

    /// <summary>The support ended.</summary>
    ReferralCompleted,

    /// <summary>Staff corrected a mistaken refusal or outcome.</summary>
    ReferralCorrected,

    /// <summary>Staff wrote an internal note.</summary>
    NoteAdded,

    /// <summary>The structure said that nobody called back.</summary>
    NotCalledBack,

    /// <summary>The structure withdrew its request.</summary>
    Withdrawn,

    /// <summary>The request ended.</summary>
    Closed,

    /// <summary>Staff re-opened the request.</summary>
    Reopened,
}

/// <summary>One numbered line of the timeline: who, when, why, through what. Codes and ids only, so that it can stay append-only.</summary>
public sealed class TimelineEvent
{
    private TimelineEvent()
    {
        // EF only
    }

    internal TimelineEvent(Guid requestId, int number, EventKind kind, Author author, DateTimeOffset at, RequestStatus statusAfter, Guid? referralId, string? reasonCode)
    {
        RequestId = requestId;
        Number = number;
        Kind = kind;
        AuthorKind = author.Kind;
        AuthorId = author.UserId;
        Channel = author.Channel;
        At = at;
        StatusAfter = statusAfter;
        ReferralId = referralId;
        ReasonCode = reasonCode;
    }

    /// <summary>Request that it belongs to.</summary>
    public Guid RequestId { get; private set; }

    /// <summary>1 for the first event of the request.</summary>
    public int Number { get; private set; }

    /// <summary>What happened.</summary>
    public EventKind Kind { get; private set; }

    /// <summary>Who did it.</summary>
    public AuthorKind AuthorKind { get; private set; }

    /// <summary>User account of the author; null for the structure and the portal.</summary>
    public Guid? AuthorId { get; private set; }

    /// <summary>Through what.</summary>
    public Channel Channel { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Status of the request once the event was recorded.</summary>
    public RequestStatus StatusAfter { get; internal set; }

    /// <summary>Referral concerned, if any.</summary>
    public Guid? ReferralId { get; private set; }

    /// <summary>Code of the vocabulary that says why, if any.</summary>
    public string? ReasonCode { get; private set; }
}
