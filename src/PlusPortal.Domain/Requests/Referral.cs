using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Matching.Scoring;
using PlusPortal.Domain.Requests.Deadlines;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Requests;

/// <summary>One support actor asked about one request. It is moved only through its <see cref="OrientationRequest"/>, which derives its own status from it.</summary>
public sealed class Referral
{
    /// <summary>Most working days for which a question of the actor stops its clock.</summary>
    public const int MaxPauseWorkingDays = 5;

    private Referral()
    {
        // EF only
    }

    internal Referral(Guid requestId, int round, ReferralChoice choice, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7(now);
        RequestId = requestId;
        Round = round;
        OfferId = choice.OfferId;
        ActorId = choice.ActorId;
        OfferRevision = choice.OfferRevision;
        Role = choice.Role;
        MatchRank = choice.MatchRank;
        ProposedAt = now;
    }

    /// <summary>Identifier, no secret.</summary>
    public Guid Id { get; private set; }

    /// <summary>Request that it belongs to.</summary>
    public Guid RequestId { get; private set; }

    /// <summary>Request that it belongs to; loaded on demand.</summary>
    public OrientationRequest? Request { get; private set; }

    /// <summary>Round of the request in which the actor was chosen.</summary>
    public int Round { get; internal set; }

    /// <summary>Offer that fits.</summary>
    public Guid OfferId { get; private set; }

    /// <summary>Actor asked.</summary>
    public Guid ActorId { get; private set; }

    /// <summary>Revision of the offer at the time.</summary>
    public int OfferRevision { get; private set; }

    /// <summary>Lead, contributor or alternate.</summary>
    public ProposalRole Role { get; private set; }

    /// <summary>Rank in the matching; null when staff chose an actor that the matcher had not proposed.</summary>
    public int? MatchRank { get; private set; }

    /// <summary>Where it stands.</summary>
    public ReferralStatus Status { get; internal set; }

    /// <summary>True when the actor has no account nor checked address: staff transmit by themselves and record the answer.</summary>
    public bool IsByHand { get; internal set; }

    /// <summary>When it was chosen, UTC.</summary>
    public DateTimeOffset ProposedAt { get; private set; }

    /// <summary>When the structure was asked about this actor, UTC; null when it was not.</summary>
    public DateTimeOffset? ConsentAskedAt { get; internal set; }

    /// <summary>When the structure agreed to this actor, UTC; null when it has not.</summary>
    public DateTimeOffset? ConsentGivenAt { get; internal set; }

    /// <summary>When the actor was told, UTC.</summary>
    public DateTimeOffset? SentAt { get; internal set; }

    /// <summary>Paris day of the reminder.</summary>
    public DateOnly? ReminderDueOn { get; internal set; }

    /// <summary>Paris day on which staff call the actor.</summary>
    public DateOnly? CallDueOn { get; internal set; }

    /// <summary>Last Paris day on which the actor may answer before the referral expires.</summary>
    public DateOnly? ExpiresOn { get; internal set; }

    /// <summary>When the actor accepted or declined, UTC.</summary>
    public DateTimeOffset? AnsweredAt { get; internal set; }

    /// <summary>When the actor asked its question, UTC; null while it has not. One question, once.</summary>
    public DateTimeOffset? QuestionAskedAt { get; internal set; }

    /// <summary>Paris day of that question: the clock stands still from there.</summary>
    public DateOnly? QuestionAskedOn { get; internal set; }

    /// <summary>Code of <see cref="DeclineReasons"/>.</summary>
    public string? DeclineReason { get; internal set; }

    /// <summary>Better placed actor that the partner named.</summary>
    public Guid? BetterActorId { get; internal set; }

    /// <summary>Code of <see cref="ReferralOutcomes"/>.</summary>
    public string? ReferralOutcome { get; internal set; }

    /// <summary>When it ended (declined, expired, cancelled or completed), UTC.</summary>
    public DateTimeOffset? EndedAt { get; internal set; }

    /// <summary>Whether the actor had the request, by e-mail or by hand, whatever became of it since; an actor that was only proposed knows nothing of it.</summary>
    public bool WasTold => SentAt is not null;

    /// <summary>Whether the actor still has to answer.</summary>
    public bool IsAwaitingAnswer => Status is ReferralStatus.Sent or ReferralStatus.InformationRequested;

    /// <summary>Whether nothing more is expected of it.</summary>
    public bool IsEnded => Status is ReferralStatus.Declined or ReferralStatus.Expired or ReferralStatus.Cancelled or ReferralStatus.Completed;

    /// <summary>Whether the actor may read the request: told, and neither refused, taken back nor expired since.</summary>
    public bool IsVisibleToPartner => Status.IsVisibleToPartner;

    /// <summary>Whether the partner sees who to call: only once it has accepted.</summary>
    public bool RevealsContact => Status is ReferralStatus.Accepted or ReferralStatus.Completed;

    /// <summary>Moves the referral; the only door to <see cref="Status"/>.</summary>
    /// <exception cref="DomainRuleException"><see cref="RuleCode.IllegalReferralTransition"/> or <see cref="RuleCode.NotAllowedForRole"/>.</exception>
    internal void MoveTo(ReferralStatus next, Author by, DateTimeOffset now)
    {
        var movers = ReferralTransitions.MoversOf(Status, next);
        if (movers == Movers.None) throw new DomainRuleException(RuleCode.IllegalReferralTransition);

        // Staff record the answer of an actor they spoke to: for them alone, by hand counts as the partner.
        var mover = by.AsMover | (by.Kind == AuthorKind.Staff && IsByHand ? Movers.Partner : Movers.None);
        if ((movers & mover) == 0) throw new DomainRuleException(RuleCode.NotAllowedForRole);

        Status = next;
        EndedAt = IsEnded ? now : null;
    }

    /// <summary>Sets the days by which things must happen, from the Paris day of sending.</summary>
    internal void SetDueDates(DateOnly sentOn, Delays delays, string? departement)
    {
        ReminderDueOn = WorkingDayCalendar.AddWorkingDays(sentOn, delays.ReminderWorkingDays, departement);
        CallDueOn = WorkingDayCalendar.AddWorkingDays(sentOn, delays.CallWorkingDays, departement);
        ExpiresOn = WorkingDayCalendar.AddWorkingDays(sentOn, delays.ExpiryWorkingDays, departement);
    }

    /// <summary>Puts off the days that had not passed when the actor asked its question, by the working days that the answer took, at most <see cref="MaxPauseWorkingDays"/>.</summary>
    internal void ResumeClock(DateOnly answeredOn, string? departement)
    {
        if (QuestionAskedOn is not { } askedOn) return;
        var pause = Math.Min(MaxPauseWorkingDays, WorkingDayCalendar.WorkingDaysBetween(askedOn, answeredOn, departement));
        if (pause == 0) return;
        ReminderDueOn = PutOff(ReminderDueOn);
        CallDueOn = PutOff(CallDueOn);
        ExpiresOn = PutOff(ExpiresOn);

        DateOnly? PutOff(DateOnly? day) => day is { } due && due > askedOn ? WorkingDayCalendar.AddWorkingDays(due, pause, departement) : day;
    }
}

/// <summary>An actor that staff, or the matcher, choose for a request.</summary>
public sealed record ReferralChoice(Guid ActorId, Guid OfferId, int OfferRevision, ProposalRole Role, int? MatchRank);

/// <summary>Why a partner declines.</summary>
/// <param name="Reason">Code of <see cref="DeclineReasons"/>.</param>
/// <param name="Comment">Sentence for PLUS; required for « autre ».</param>
/// <param name="BetterActorId">Better placed actor; named with « meilleur-interlocuteur ».</param>
/// <param name="Sentence">Sentence for the structure; null when that of the reason says enough.</param>
public sealed record Decline(string Reason, string? Comment, Guid? BetterActorId, string? Sentence = null)
{
    /// <summary>Most characters of the sentence for the structure.</summary>
    public const int SentenceLength = 500;
}
