using PlusPortal.Data.Actors;
using PlusPortal.Data.Outbox;
using PlusPortal.Domain;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Web.Features.Admin.Requests.ByHand;
using PlusPortal.Web.Features.Admin.Requests.Choosing;
using PlusPortal.Web.Features.Admin.Requests.Conversation;
using PlusPortal.Web.Features.Shared.Facts;
using PlusPortal.Web.Labels.Situations;
using PlusPortal.Web.Privacy;

namespace PlusPortal.Web.Features.Admin.Requests.Request;

/// <summary>The page of a request: what was asked, what is decided, what happened.</summary>
public sealed record RequestPage
{
    public required RequestHead Head { get; init; }

    public required OrientationRequest Request { get; init; }

    /// <summary>The member of staff who reads it.</summary>
    public required Author By { get; init; }

    /// <summary>What may be done to the request now; to its referrals, see their cards.</summary>
    public required IReadOnlyList<ActButton> Buttons { get; init; }

    public required DateOnly Today { get; init; }

    /// <summary>What PLUS does, or whom it waits for and until when.</summary>
    public required SituationReading Next { get; init; }

    /// <summary>What staff read of the declaration.</summary>
    public required IReadOnlyList<FactRow> Declaration { get; init; }

    public required string? AssigneeName { get; init; }

    public required string? CorrectedByName { get; init; }

    public required string? KeptReference { get; init; }

    /// <summary>Reference of the request from whose tracking page it was begun; null for the others.</summary>
    public required string? PrecedingReference { get; init; }

    /// <summary>Those who follow it beside the person, or are invited to.</summary>
    public required IReadOnlyList<FollowerCard> Followers { get; init; }

    public required IReadOnlyList<ProposalCard> Proposals { get; init; }

    /// <summary>Proposals beyond those shown.</summary>
    public required int MoreProposals { get; init; }

    public required IReadOnlyList<ReferralCard> Referrals { get; init; }

    public required IReadOnlyList<StoryLine> Story { get; init; }

    public required IReadOnlyList<MailLine> Mails { get; init; }

    /// <summary>What actors were told, and when, the last first.</summary>
    public required IReadOnlyList<TransmissionLine> Transmissions { get; init; }

    /// <summary>What the clock will do if nobody does anything, by day.</summary>
    public required IReadOnlyList<DueStep> StepsToCome { get; init; }

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

    /// <summary>Why an agreed actor cannot be told yet; null when one can, or none is agreed.</summary>
    public RuleCode? SendingWaitsFor
    {
        get
        {
            var refusals = Request.Referrals.Select(referral => Request.RefusalFor(Acts.SendReferral, referral, By)).ToList();
            return refusals.Contains(null) ? null : refusals.Find(code => code is RuleCode.AddressNotProven or RuleCode.TooManyOpenReferrals or RuleCode.SensitivePassageLeft);
        }
    }

    /// <summary>Whether proposed passages of what actors read wait to be masked, or left with a reason.</summary>
    public bool PassagesWait => Request.PassagesThatWait().Count > 0;

    /// <summary>Whether every passage that was proposed has been decided on.</summary>
    public bool ArePassagesLeft => Request.Masks is { Left.Count: > 0 } && !PassagesWait;

    /// <summary>What the clock did or left, the last first.</summary>
    public IEnumerable<ClockRecord> ClockRecords => Request.ClockRecords.OrderByDescending(record => record.At).ThenByDescending(record => record.Id).Take(RequestPageReader.MostRecords);

    /// <summary>Name of the actor of a referral, in brackets; nothing without referral.</summary>
    public string ActorOf(Guid? referralId) => Referrals.FirstOrDefault(card => card.Referral.Id == referralId) is { } found ? $" ({found.ActorName})" : "";

    /// <summary>Whether the act may be done now.</summary>
    public bool May(RequestAct act) => Request.May(act, By);

    /// <summary>The buttons of a place.</summary>
    public IEnumerable<ActButton> At(ActPlace place) => Buttons.Where(button => button.Place == place);
}

/// <summary>A proposal with how its actor can be told, and whether it was chosen already.</summary>
public sealed record ProposalCard(Proposal Proposal, ActorReach? Reach, bool IsChosen)
{
    /// <summary>Hard criteria that nobody could check.</summary>
    public IEnumerable<CriterionOutcome> ToVerify => Proposal.Reasons.Where(reason => reason.MustBeVerified());
}

/// <summary>A referral with everything that staff need to act on it.</summary>
public sealed record ReferralCard(Referral Referral, string ActorName, string OfferTitle, ActorReach? Reach, string? BetterActorName, HandText? HandText, bool IsCurrentRound, IReadOnlyList<ActButton> Buttons)
{
    /// <summary>Whether structure and actor say what cannot both be true, and staff have not settled it.</summary>
    public bool Disagrees { get; init; }

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

/// <summary>Somebody who follows the request beside its person, or is invited to.</summary>
public sealed record FollowerCard(Guid Id, string? Name, string Email, DateTimeOffset InvitedAt, DateTimeOffset? JoinedAt);

/// <summary>An e-mail of the request with its state.</summary>
public sealed record MailLine(MailKind Kind, OutboxState State, DateTimeOffset CreatedAt, DateTimeOffset? SentAt, string? ActorName);
