using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Matching.Scoring;
using PlusPortal.Domain.Requests.Clock;
using PlusPortal.Domain.Requests.Deadlines;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Requests;

/// <summary>One support actor asked about one request. It is moved only through its <see cref="OrientationRequest"/>, which derives its own status from it.</summary>
public sealed class Referral
{
    /// <summary>Minutes for which whoever gave an answer may take it back; nobody is told of it before.</summary>
    public const int UndoMinutes = 10;

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

    /// <summary>Paris day on which it was.</summary>
    public DateOnly? SentOn { get; internal set; }

    /// <summary>How the actor counts its working days; set when it is told, and when it declares an absence.</summary>
    public ActorCalendar Calendar { get; internal set; } = ActorCalendar.National;

    /// <summary>Paris day from which the delays of its answer are counted: the day of sending, or of the last correction.</summary>
    public DateOnly? ClockStartedOn { get; internal set; }

    /// <summary>Paris day of the reminder.</summary>
    public DateOnly? ReminderDueOn { get; internal set; }

    /// <summary>Paris day on which staff call the actor.</summary>
    public DateOnly? CallDueOn { get; internal set; }

    /// <summary>Paris day of the last call to the actor.</summary>
    public DateOnly? LastCallDueOn { get; internal set; }

    /// <summary>Last Paris day on which the actor may answer before the referral expires.</summary>
    public DateOnly? ExpiresOn { get; internal set; }

    /// <summary>Paris day from which the clock stands still, because the structure must answer or agree; null while it runs.</summary>
    public DateOnly? PausedOn { get; internal set; }

    /// <summary>Last Paris day for which it does.</summary>
    public DateOnly? PauseEndsOn { get; internal set; }

    /// <summary>When the actor accepted or declined, UTC.</summary>
    public DateTimeOffset? AnsweredAt { get; internal set; }

    /// <summary>When the actor asked its question, UTC; null while it has not. One question, once.</summary>
    public DateTimeOffset? QuestionAskedAt { get; internal set; }

    /// <summary>Whether nobody has answered that question.</summary>
    public bool IsQuestionOpen { get; internal set; }

    /// <summary>Day from which the actor takes the request; null when at once.</summary>
    public DateOnly? StartsOn { get; internal set; }

    /// <summary>Last Paris day for the first contact; null until the actor has accepted.</summary>
    public DateOnly? FirstContactDueOn { get; internal set; }

    /// <summary>Paris day of the first contact, by whoever told of it first; null while nobody has.</summary>
    public DateOnly? FirstContactOn { get; internal set; }

    /// <summary>Paris day of the last news of an accepted request; null until it is accepted.</summary>
    public DateOnly? LastNewsOn { get; private set; }

    /// <summary>Paris day on which the next news are due.</summary>
    public DateOnly? NewsDueOn { get; private set; }

    /// <summary>Code of <see cref="DeclineReasons"/>.</summary>
    public string? DeclineReason { get; internal set; }

    /// <summary>Better placed actor that the partner named.</summary>
    public Guid? BetterActorId { get; internal set; }

    /// <summary>Code of <see cref="ReferralOutcomes"/>.</summary>
    public string? ReferralOutcome { get; internal set; }

    /// <summary>Paris day of the standing word of the structure that its need is not dealt with; null when it says otherwise, or nothing.</summary>
    public DateOnly? UnmetOn { get; internal set; }

    /// <summary>Whether the structure finds that outcome right.</summary>
    public OutcomeState OutcomeState { get; internal set; }

    /// <summary>Last Paris day on which the structure may contest a noted outcome.</summary>
    public DateOnly? OutcomeSettlesOn { get; internal set; }

    /// <summary>Until when whoever gave the last answer may take it back, UTC; null once its consequences are drawn.</summary>
    public DateTimeOffset? SettlesAt { get; internal set; }

    /// <summary>State before the last answer: where taking it back leads.</summary>
    public ReferralStatus? PreviousStatus { get; private set; }

    /// <summary>Account of whoever gave the last answer; null for a signed link.</summary>
    public Guid? AnsweredById { get; private set; }

    /// <summary>Number of the event of the last answer.</summary>
    public int? AnswerEventNumber { get; private set; }

    /// <summary>When the last answer was noted, UTC: its text bears that instant.</summary>
    public DateTimeOffset? AnswerNotedAt { get; private set; }

    /// <summary>Number of the event of an answer that was taken back, or replaced, before anybody was told: nobody is told of it any more.</summary>
    public int? ReplacedEventNumber { get; private set; }

    /// <summary>Whether taking the last answer back leaves an acceptance of which nobody was told. Not stored.</summary>
    public bool TellsOfAcceptanceAgain { get; private set; }

    /// <summary>Number of the event of a rung that was just taken back: of what was held of it, nobody is told. Not stored.</summary>
    public int? RungEventTakenBack { get; internal set; }

    /// <summary>When it ended (declined, expired, cancelled or completed), UTC.</summary>
    public DateTimeOffset? EndedAt { get; internal set; }

    /// <summary>Whether the actor had the request, by e-mail or by hand, whatever became of it since; an actor that was only proposed knows nothing of it.</summary>
    public bool WasTold => SentAt is not null;

    /// <summary>Whether the actor has not taken the request yet, and may still.</summary>
    public bool IsAwaitingAnswer => Status is ReferralStatus.Sent or ReferralStatus.InformationRequested or ReferralStatus.DateOffered;

    /// <summary>Whether an outcome waits for the word of the structure.</summary>
    public bool IsOutcomeAwaited => Status == ReferralStatus.Completed && OutcomeState == OutcomeState.Awaited;

    /// <summary>Whether it was taken back while a later day of the actor waited: that day does not suit.</summary>
    public bool IsDateRefused => Status == ReferralStatus.Cancelled && StartsOn is not null && FirstContactDueOn is null;

    /// <summary>Whether nothing more is expected of it.</summary>
    public bool IsEnded => Status is ReferralStatus.Declined or ReferralStatus.Expired or ReferralStatus.Cancelled or ReferralStatus.Completed;

    /// <summary>Whether the actor may read the request: told, and neither refused, taken back nor expired since.</summary>
    public bool IsVisibleToPartner => Status.IsVisibleToPartner;

    /// <summary>Whether the partner sees who to call: once it has accepted, and until its support has ended.</summary>
    public bool RevealsContact => Status == ReferralStatus.Accepted || IsOutcomeAwaited;

    /// <summary>Moves the referral; the only door to <see cref="Status"/>.</summary>
    /// <exception cref="DomainRuleException"><see cref="RuleCode.IllegalReferralTransition"/> or <see cref="RuleCode.NotAllowedForRole"/>.</exception>
    internal void MoveTo(ReferralStatus next, Author by, DateTimeOffset now)
    {
        var movers = ReferralTransitions.MoversOf(Status, next);
        if (movers == Movers.None) throw new DomainRuleException(RuleCode.IllegalReferralTransition);

        if ((movers & by.AsMover) == 0) throw new DomainRuleException(RuleCode.NotAllowedForRole);
        Status = next;
        EndedAt = IsEnded ? now : null;
    }

    /// <summary>Sets the days by which things must happen, from the Paris day of sending.</summary>
    internal void StartClock(DateOnly day, ClockDelays delays, bool isUrgent)
    {
        ClockStartedOn = day;
        (PausedOn, PauseEndsOn) = (null, null);
        ReminderDueOn = After(DelayKind.ActorReminder);
        CallDueOn = After(DelayKind.ActorCall);
        LastCallDueOn = After(DelayKind.ActorLastCall);
        ExpiresOn = After(DelayKind.Expiry);

        DateOnly After(DelayKind kind) => Calendar.AddWorkingDays(day, delays.Of(kind, isUrgent));
    }

    /// <summary>Lets the clock stand still from that day, at most until the delay is over. One pause goes on where another begins.</summary>
    internal void PauseClock(DateOnly day, int workingDays)
    {
        PausedOn ??= day;
        PauseEndsOn = Calendar.AddWorkingDays(day, workingDays);
    }

    /// <summary>Puts off the days that had not passed when the clock was stopped, by the working days for which it stood still.</summary>
    internal void ResumeClock(DateOnly day)
    {
        if (PausedOn is not { } from) return;
        var pause = Calendar.WorkingDaysBetween(from, day < PauseEndsOn ? day : PauseEndsOn!.Value);
        (PausedOn, PauseEndsOn) = (null, null);
        if (pause > 0) MoveDueDates(due => due > from ? Calendar.AddWorkingDays(due, pause) : due);
    }

    /// <summary>The actor counts its working days otherwise: the days that have not passed keep as many of them.</summary>
    internal void CountWith(ActorCalendar calendar, DateOnly today)
    {
        var before = Calendar;
        Calendar = calendar;
        if (ClockStartedOn is null || before == calendar) return;
        MoveDueDates(Keep);
        PauseEndsOn = PauseEndsOn is { } ends ? Keep(ends) : null;
        FirstContactDueOn = FirstContactDueOn is { } contact && FirstContactOn is null ? Keep(contact) : FirstContactDueOn;

        DateOnly Keep(DateOnly due) => due <= today ? due : calendar.AddWorkingDays(today, before.WorkingDaysBetween(today, due));
    }

    /// <summary>The actor takes the request: from the day that it named, or at once.</summary>
    internal void Accept(DateOnly? startsOn, DateTimeOffset now, PlusDay today, bool isUrgent)
    {
        (AnsweredAt, StartsOn) = (now, startsOn);
        HearNews(today, isUrgent);
    }

    /// <summary>There is news of the request: what is expected next is counted from there.</summary>
    internal void HearNews(PlusDay today, bool isUrgent)
    {
        LastNewsOn = today;
        NewsDueOn = Calendar.AddWorkingDays(today, today.Delays.Of(DelayKind.NewsNudge, isUrgent));
        if (FirstContactOn is null) FirstContactDueOn = Calendar.AddWorkingDays(StartsOn > today.Date ? StartsOn.Value : today.Date, today.Delays.Of(DelayKind.FirstContact, isUrgent));
    }

    /// <summary>A rung that told of the contact is taken back: the contact is that of the other ones, or awaited again from where it stood.</summary>
    internal void CorrectContact(DateOnly? contactOn, PlusDay today, bool isUrgent)
    {
        FirstContactOn = contactOn;
        if (contactOn is null && Status == ReferralStatus.Accepted) FirstContactDueOn ??= Calendar.AddWorkingDays(StartsOn > today.Date ? StartsOn.Value : today.Date, today.Delays.Of(DelayKind.FirstContact, isUrgent));
    }

    /// <summary>A good outcome waits for the word of the structure.</summary>
    internal void AwaitWordOnOutcome(DateOnly lastDay) => (OutcomeState, OutcomeSettlesOn) = (OutcomeState.Awaited, lastDay);

    /// <summary>Its answer is awaited again, as if it had given none.</summary>
    internal void Reopen() => (AnsweredAt, StartsOn, FirstContactDueOn, FirstContactOn, LastNewsOn, NewsDueOn, SettlesAt) = (null, null, null, null, null, null, null);

    /// <summary>Notes who gives an answer and where it comes from, so that it can be taken back for some minutes; before the referral moves.</summary>
    internal void NoteAnswer(Author by, DateTimeOffset now, int eventNumber)
    {
        ReplacedEventNumber = SettlesAt > now ? AnswerEventNumber : null;
        (PreviousStatus, AnsweredById, AnswerEventNumber, AnswerNotedAt) = (Status, by.UserId, eventNumber, now);
        SettlesAt = now.AddMinutes(UndoMinutes);
    }

    /// <summary>The last answer is taken back: the referral is where it was, and nobody is told of the answer.</summary>
    internal void TakeAnswerBack(Author by, DateTimeOffset now, PlusDay today)
    {
        var (undone, previous) = (Status, PreviousStatus!.Value);
        MoveTo(previous, by, now);
        TellsOfAcceptanceAgain = previous == ReferralStatus.Accepted && ReplacedEventNumber is not null;
        (ReplacedEventNumber, AnswerEventNumber) = (AnswerEventNumber, null);
        (PreviousStatus, AnsweredById, SettlesAt, AnswerNotedAt) = (null, null, null, null);
        (DeclineReason, BetterActorId, ReferralOutcome, OutcomeState, OutcomeSettlesOn) = (null, null, null, OutcomeState.None, null);
        if (undone == ReferralStatus.InformationRequested) (QuestionAskedAt, IsQuestionOpen) = (null, false);
        if (previous is ReferralStatus.Sent or ReferralStatus.InformationRequested or ReferralStatus.Expired) (AnsweredAt, StartsOn, FirstContactDueOn, LastNewsOn, NewsDueOn) = (null, null, null, null, null);
        if (previous == ReferralStatus.Sent) ResumeClock(today);
    }

    private void MoveDueDates(Func<DateOnly, DateOnly> move)
    {
        ReminderDueOn = Moved(ReminderDueOn);
        CallDueOn = Moved(CallDueOn);
        LastCallDueOn = Moved(LastCallDueOn);
        ExpiresOn = Moved(ExpiresOn);

        DateOnly? Moved(DateOnly? day) => day is { } due ? move(due) : null;
    }
}

/// <summary>What becomes of an outcome that the actor noted.</summary>
public enum OutcomeState
{
    /// <summary>There is none, or it ended without success: nobody has to agree.</summary>
    None,

    /// <summary>The structure may still say otherwise.</summary>
    Awaited,

    /// <summary>The structure agreed, or said nothing in time.</summary>
    Confirmed,

    /// <summary>The structure says otherwise.</summary>
    Contested,
}

/// <summary>An actor that staff, or the matcher, choose for a request.</summary>
public sealed record ReferralChoice(Guid ActorId, Guid OfferId, int OfferRevision, ProposalRole Role, int? MatchRank);

/// <summary>Why a partner declines.</summary>
/// <param name="Reason">Code of <see cref="DeclineReasons"/>.</param>
/// <param name="Comment">Sentence for PLUS; required for « autre ».</param>
/// <param name="BetterActorId">Better placed actor, whatever the reason; null when none is named.</param>
/// <param name="Sentence">Sentence for the structure; null when that of the reason says enough.</param>
public sealed record Decline(string Reason, string? Comment, Guid? BetterActorId, string? Sentence = null)
{
    /// <summary>Most characters of the sentence for the structure.</summary>
    public const int SentenceLength = 500;
}
