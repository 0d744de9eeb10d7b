using PlusPortal.Data.Outbox;
using PlusPortal.Data.Queries;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Requests;
using PlusPortal.Web.Features.Admin.Requests.Choosing;
using PlusPortal.Web.Features.Admin.Requests.Conversation;
using PlusPortal.Web.Features.Shared.Facts;

namespace PlusPortal.Web.Features.Admin.Requests.Request;

/// <summary>The page of a request: what was asked, what is decided, what happened.</summary>
public sealed record RequestPage
{
    public required RequestHead Head { get; init; }

    public required OrientationRequest Request { get; init; }

    public required Lawful Lawful { get; init; }

    public required Guid Me { get; init; }

    public required DateOnly Today { get; init; }

    /// <summary>What staff read of the declaration.</summary>
    public required IReadOnlyList<FactRow> Declaration { get; init; }

    public required string? AssigneeName { get; init; }

    public required string? CorrectedByName { get; init; }

    public required string? KeptReference { get; init; }

    public required IReadOnlyList<ProposalCard> Proposals { get; init; }

    /// <summary>Proposals beyond those shown.</summary>
    public required int MoreProposals { get; init; }

    public required IReadOnlyList<ReferralCard> Referrals { get; init; }

    public required IReadOnlyList<StoryLine> Story { get; init; }

    public required IReadOnlyList<MailLine> Mails { get; init; }

    public required ChooseForm Choose { get; init; }

    public NoteForm Note { get; init; } = new();

    /// <summary>Confirmation of what was just done.</summary>
    public string? DoneSentence { get; init; }

    /// <summary>What somebody else did in between.</summary>
    public ConflictNotice? Conflict { get; init; }

    /// <summary>Excluded actors that fail one criterion only.</summary>
    public IEnumerable<Exclusion> NearMisses => Request.Matching?.Excluded.Where(exclusion => exclusion.FailedCriteria == 1).Take(RequestPageReader.MostNearMisses) ?? [];

    /// <summary>The other excluded actors.</summary>
    public IEnumerable<Exclusion> OtherExclusions => Request.Matching?.Excluded.Except(NearMisses).Take(RequestPageReader.MostExclusions) ?? [];

    /// <summary>Excluded actors that are not shown.</summary>
    public int MoreExclusions => Math.Max(0, (Request.Matching?.Excluded.Count ?? 0) - NearMisses.Count() - RequestPageReader.MostExclusions);

    /// <summary>A button of this page.</summary>
    public ActionButton Button(string action, string label, string css = "btn btn-secondary") => new(Head, action, label, css);
}

/// <summary>A proposal with how its actor can be told, and whether it was chosen already.</summary>
public sealed record ProposalCard(Proposal Proposal, ActorReach? Reach, bool IsChosen)
{
    /// <summary>Hard criteria that nobody could check.</summary>
    public IEnumerable<CriterionOutcome> ToVerify => Proposal.Reasons.Where(reason => reason.MustBeVerified());
}

/// <summary>A referral with everything that staff need to act on it.</summary>
public sealed record ReferralCard(Referral Referral, string ActorName, string OfferTitle, ActorReach? Reach, string? BetterActorName, string? HandText, bool IsCurrentRound)
{
    /// <summary>Whether staff tell the actor: decided when it was sent, foreseen before.</summary>
    public bool IsByHand => Referral.Status == ReferralStatus.Proposed ? Reach is not { IsReachable: true } : Referral.IsByHand;
}

/// <summary>An event or a text, in the order of time.</summary>
/// <param name="At">When.</param>
/// <param name="Title">Sentence of the event, or what the text is.</param>
/// <param name="Through">Through what, for an event.</param>
/// <param name="Text">The text, if it is one.</param>
/// <param name="IsInternal">Whether staff alone read it.</param>
public sealed record StoryLine(DateTimeOffset At, string Title, string? Through, string? Text, bool IsInternal);

/// <summary>An e-mail of the request with its state.</summary>
public sealed record MailLine(MailKind Kind, OutboxState State, DateTimeOffset CreatedAt, DateTimeOffset? SentAt, string? ActorName);
