using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Web.Privacy;

namespace PlusPortal.Web.Features.Public.Tracking.Rights;

/// <summary>
/// Everything that the portal holds about the person of a request. The page shows it, the file is its JSON: names of the
/// members are those of the file, described in <c>docs/personal-data-file.md</c>; add, never rename.
/// </summary>
public sealed record DataCopy
{
    /// <summary>Shape of the file.</summary>
    public string Format { get; } = "plus-portal-personal-data/1";

    /// <summary>When it was made, UTC.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Reference of the request.</summary>
    public required string Reference { get; init; }

    /// <summary>Where the request stands.</summary>
    public required Coded Status { get; init; }

    /// <summary>When it was sent, UTC.</summary>
    public required DateTimeOffset SubmittedAt { get; init; }

    /// <summary>When it ended, UTC; null while it is open.</summary>
    public required DateTimeOffset? ClosedAt { get; init; }

    /// <summary>How it ended.</summary>
    public required Coded? ClosingReason { get; init; }

    /// <summary>The person, as recorded.</summary>
    public required CopiedContact Contact { get; init; }

    /// <summary>What was agreed to.</summary>
    public required CopiedConsent Consent { get; init; }

    /// <summary>What was declared, in words, with what PLUS corrected beside it.</summary>
    public required IReadOnlyList<CopiedAnswer> Declaration { get; init; }

    /// <summary>The same as it is stored, in codes.</summary>
    public required Declaration DeclaredCodes { get; init; }

    /// <summary>Points to which the portal drew the attention of PLUS.</summary>
    public required IReadOnlyList<Coded> Signals { get; init; }

    /// <summary>Summary that PLUS wrote for the actors.</summary>
    public required string? Summary { get; init; }

    /// <summary>Messages, and the notes of PLUS.</summary>
    public required IReadOnlyList<CopiedText> Texts { get; init; }

    /// <summary>What happened, in words.</summary>
    public required IReadOnlyList<CopiedEvent> Timeline { get; init; }

    /// <summary>Actors chosen, with what became of it.</summary>
    public required IReadOnlyList<CopiedReferral> Referrals { get; init; }

    /// <summary>What actors were told.</summary>
    public required IReadOnlyList<TransmissionLine> Transmissions { get; init; }

    /// <summary>Actors that the portal proposed, and why.</summary>
    public required IReadOnlyList<CopiedProposal> Proposals { get; init; }

    /// <summary>Actors that it set aside, and why.</summary>
    public required IReadOnlyList<CopiedProposal> Excluded { get; init; }

    /// <summary>Those who were invited to follow the request; nobody’s name nor address.</summary>
    public required IReadOnlyList<CopiedFollower> Followers { get; init; }

    /// <summary>E-mails about the request.</summary>
    public required IReadOnlyList<CopiedMail> Mails { get; init; }

    /// <summary>Private links to the request; never the links themselves.</summary>
    public required IReadOnlyList<CopiedLink> Links { get; init; }
}

/// <summary>A code of the vocabulary with its French words.</summary>
public sealed record Coded(string Code, string Label);

/// <summary>The person.</summary>
public sealed record CopiedContact(string Name, string Email, string? Phone, Coded Channel, Coded? Slot, DateTimeOffset? AddressProvenAt);

/// <summary>What was agreed to, and when.</summary>
public sealed record CopiedConsent(DateTimeOffset At, string TextVersion, Coded TransmissionRule);

/// <summary>An answer.</summary>
public sealed record CopiedAnswer(string Code, string Label, string Value, string? Corrected);

/// <summary>A text.</summary>
public sealed record CopiedText(DateTimeOffset At, Coded Kind, string Author, string Text);

/// <summary>Something that happened.</summary>
public sealed record CopiedEvent(DateTimeOffset At, string Kind, string Sentence);

/// <summary>An actor that was chosen.</summary>
public sealed record CopiedReferral(string Actor, Coded Status, DateTimeOffset ProposedAt, DateTimeOffset? ConsentGivenAt, DateTimeOffset? SentAt, DateTimeOffset? AnsweredAt, Coded? DeclineReason, Coded? Outcome);

/// <summary>An actor that the portal compared with the request.</summary>
public sealed record CopiedProposal(string Actor, string Offer, IReadOnlyList<string> Reasons);

/// <summary>Somebody who was invited to follow.</summary>
public sealed record CopiedFollower(string Who, DateTimeOffset InvitedAt, DateTimeOffset? JoinedAt, DateTimeOffset? EndedAt);

/// <summary>An e-mail.</summary>
public sealed record CopiedMail(Coded Kind, DateTimeOffset CreatedAt, DateTimeOffset? SentAt, Coded State);

/// <summary>A private link.</summary>
public sealed record CopiedLink(Coded Purpose, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, DateTimeOffset? RevokedAt);

/// <summary>The page.</summary>
public sealed record DataCopyPage(string Token, DataCopy Copy);
