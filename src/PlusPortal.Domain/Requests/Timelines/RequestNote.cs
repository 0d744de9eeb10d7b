using PlusPortal.Domain.Requests.Masking;
using PlusPortal.Domain.Requests.Rulebook;

namespace PlusPortal.Domain.Requests.Timelines;

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

    /// <summary>The text, as typed; a masked passage shows its mark.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Who wrote it.</summary>
    public AuthorKind AuthorKind { get; private set; }

    /// <summary>User account of the author, if any.</summary>
    public Guid? AuthorId { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Referral concerned, if any.</summary>
    public Guid? ReferralId { get; private set; }

    /// <summary>When staff let the actors read it, UTC; null while they have not, and for every text but those that the structure adds by itself.</summary>
    public DateTimeOffset? SharedAt { get; private set; }

    /// <summary>Lets the actors read it.</summary>
    internal void Share(DateTimeOffset now) => SharedAt = now;

    /// <summary>Puts the mark in place of passages.</summary>
    internal void Mask(IReadOnlyList<string> passages) => Text = PassageMask.In(Text, passages, TextLength);
}
