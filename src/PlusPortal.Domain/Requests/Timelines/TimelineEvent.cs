using PlusPortal.Domain.Requests.Rulebook;

namespace PlusPortal.Domain.Requests.Timelines;

/// <summary>One numbered line of the timeline: who, when, why, through what. Codes and ids only, so that it can stay append-only.</summary>
public sealed class TimelineEvent
{
    private readonly bool isNew;

    private TimelineEvent()
    {
        // EF only
    }

    internal TimelineEvent(Guid requestId, int number, EventKind kind, Author author, DateTimeOffset at, RequestStatus statusAfter, Guid? referralId, string? reasonCode)
    {
        isNew = true;
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
    public RequestStatus StatusAfter { get; private set; }

    /// <summary>Referral concerned, if any.</summary>
    public Guid? ReferralId { get; private set; }

    /// <summary>Code of the vocabulary that says why, if any.</summary>
    public string? ReasonCode { get; private set; }

    /// <summary>Says the status that the request has once all consequences of the act are drawn. Only an event that was left just now: what is stored is never changed.</summary>
    internal void EndIn(RequestStatus status)
    {
        if (!isNew) throw new InvalidOperationException("An event that is stored cannot be changed.");
        StatusAfter = status;
    }
}
