namespace PlusPortal.Domain.Requests;

/// <summary>What a text is and who may read it.</summary>
public enum NoteKind
{
    /// <summary>Internal note: staff only.</summary>
    Internal,

    /// <summary>Question of staff to the structure.</summary>
    QuestionToStructure,

    /// <summary>Answer of the structure to staff.</summary>
    AnswerFromStructure,

    /// <summary>Question of a partner.</summary>
    QuestionFromPartner,

    /// <summary>Answer to the question of a partner.</summary>
    AnswerToPartner,

    /// <summary>Sentence of a partner who declines, for PLUS.</summary>
    DeclineComment,

    /// <summary>Why staff chose an actor against the ranking, or corrected something; staff only.</summary>
    Reason,

    /// <summary>What staff tell the structure when the request ends.</summary>
    ClosingMessage,

    /// <summary>What the structure adds by itself (withdrawal, nobody called back).</summary>
    MessageFromStructure,

    /// <summary>What a partner says at the end.</summary>
    OutcomeComment,
}

/// <summary>A free text attached to a request. Kept apart from the timeline so that it can be erased.</summary>
public sealed class RequestNote
{
    /// <summary>Most characters of a text.</summary>
    public const int TextLength = 4_000;

    private RequestNote()
    {
        // EF only
    }

    internal RequestNote(Guid requestId, NoteKind kind, string text, Author author, DateTimeOffset at, Guid? referralId)
    {
        Id = Guid.CreateVersion7(at);
        RequestId = requestId;
        Kind = kind;
        Text = text.Trim();
        AuthorKind = author.Kind;
        AuthorId = author.UserId;
        At = at;
        ReferralId = referralId;
    }

    /// <summary>Identifier.</summary>
    public Guid Id { get; private set; }

    /// <summary>Request that it belongs to.</summary>
    public Guid RequestId { get; private set; }

    /// <summary>What it is and who may read it.</summary>
    public NoteKind Kind { get; private set; }

    /// <summary>The text, as typed.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Who wrote it.</summary>
    public AuthorKind AuthorKind { get; private set; }

    /// <summary>User account of the author, if any.</summary>
    public Guid? AuthorId { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Referral concerned, if any.</summary>
    public Guid? ReferralId { get; private set; }
}
