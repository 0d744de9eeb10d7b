namespace PlusPortal.Data.Outbox;

/// <summary>Every kind of e-mail. Stored as text; the letter and number are those of the workflow's table.</summary>
/// <remarks>
/// What <see cref="OutboxMessage.SubjectId"/> is: the draft for <see cref="ResumeDraft"/>, the proposed edit for
/// <see cref="OfferRevisionDecided"/>, the referral for every kind whose name starts with Referral, else the request.
/// </remarks>
public enum MailKind
{
    /// <summary>E1: the structure's request was received.</summary>
    RequestReceived,

    /// <summary>E2: resume link of a draft, asked for by the person.</summary>
    ResumeDraft,

    /// <summary>E3: a precise question waits for the structure.</summary>
    QuestionForStructure,

    /// <summary>E4: recipients are proposed to the structure.</summary>
    ConsentAsked,

    /// <summary>E5: the request was sent to actors.</summary>
    RequestSent,

    /// <summary>E6: an actor accepted.</summary>
    ReferralAcceptedForStructure,

    /// <summary>E7: an actor declined or stayed silent.</summary>
    ReferralDeclinedForStructure,

    /// <summary>E10, E11: the request ended.</summary>
    RequestClosed,

    /// <summary>E13: a new tracking link was asked for.</summary>
    NewTrackingLink,

    /// <summary>P1: a referral waits for the partner.</summary>
    ReferralForPartner,

    /// <summary>P2: reminder to the partner.</summary>
    ReferralReminder,

    /// <summary>P3: the referral was taken back, or the actor's question was answered.</summary>
    ReferralChangedForPartner,

    /// <summary>P6: the proposed edit of an offer was approved or returned.</summary>
    OfferRevisionDecided,

    /// <summary>S1: an urgent request reached PLUS.</summary>
    UrgentRequestForStaff,

    /// <summary>S2: something needs staff (an answer, a refusal, nobody called back).</summary>
    StaffAttention,
}

/// <summary>State of a message.</summary>
public enum OutboxState
{
    /// <summary>Waiting for its next attempt.</summary>
    Pending,

    /// <summary>Handed to the mail server. Delivery is at least once.</summary>
    Sent,

    /// <summary>Given up after the last attempt; staff may send it again.</summary>
    Dead,

    /// <summary>Nothing to send any more (its subject is gone, or the actor must not be e-mailed).</summary>
    Dropped,
}

/// <summary>An e-mail to send, written in the same transaction as its cause. It holds ids only: body, address and link are made at dispatch.</summary>
public sealed class OutboxMessage
{
    /// <summary>Most characters of <see cref="DeduplicationKey"/>.</summary>
    public const int KeyLength = 160;

    /// <summary>Most characters of <see cref="LastError"/>.</summary>
    public const int ErrorLength = 500;

    /// <summary>Attempts after which a message is dead.</summary>
    public const int MaxAttempts = 8;

    /// <summary>Identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>What to send.</summary>
    public required MailKind Kind { get; init; }

    /// <summary>Request, referral, draft or revision that it is about.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>Unique: the same cause never sends twice.</summary>
    public required string DeduplicationKey { get; init; }

    /// <summary>Where it stands.</summary>
    public OutboxState State { get; set; }

    /// <summary>Creation, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Not before, UTC. Claiming a message pushes it forward, which is the lease.</summary>
    public required DateTimeOffset NextAttemptAt { get; set; }

    /// <summary>Attempts made.</summary>
    public int Attempts { get; set; }

    /// <summary>When it was handed over, UTC.</summary>
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>Why the last attempt failed, without any address.</summary>
    public string? LastError { get; set; }
}
