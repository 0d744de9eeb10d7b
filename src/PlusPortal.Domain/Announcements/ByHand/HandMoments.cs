using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Clock;
using PlusPortal.Domain.Requests.Masking;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Requests.Timelines;

namespace PlusPortal.Domain.Announcements.ByHand;

/// <summary>
/// Which moment it is for an actor whom only staff can tell: the only such place. What <see cref="AnnouncementTable"/> mails to an actor
/// is a moment here; a new event, step or state must be decided on, or the build breaks.
/// </summary>
public static class HandMoments
{
    /// <summary>The moment of a referral; null when nothing is to be said: it is not told by hand, knows nothing yet, or has ended by its own word.</summary>
    /// <param name="request">The request with its referrals and the records of the clock.</param>
    /// <param name="referral">The referral.</param>
    /// <param name="timeline">The events of the request.</param>
    public static HandMoment? Now(OrientationRequest request, Referral referral, IReadOnlyCollection<TimelineEvent> timeline) => Latest(request, referral, timeline)?.Moment;

    /// <summary>The same with what it is the moment of; no instant where it is that of a state of which nothing newer is to be told.</summary>
    /// <param name="request">The request with its referrals and the records of the clock.</param>
    /// <param name="referral">The referral.</param>
    /// <param name="timeline">The events of the request.</param>
    public static (HandMoment Moment, DateTimeOffset? Since)? Latest(OrientationRequest request, Referral referral, IReadOnlyCollection<TimelineEvent> timeline)
    {
        if (referral is not { IsByHand: true, WasTold: true }) return null;
        var told = timeline.Where(entry => entry.At >= referral.SentAt)
            .SelectMany(entry => Of(entry.Kind).Where(moment => IsAbout(moment, request, referral, entry, timeline)).Take(1).Select(moment => new Said(entry.At, IsStep: false, entry.Number, moment)));
        var due = request.ClockRecords.Where(record => record.ReferralId == referral.Id && record.Outcome is ClockOutcome.Taken or ClockOutcome.NoAddress)
            .Where(record => record.Since == SinceOf(record.Step, referral))
            .Select(record => new Said(record.At, IsStep: true, record.DueOn.DayNumber, Of(record.Step)!.Value));
        var last = told.Concat(due).Where(one => Holds(one.Moment, request, referral)).OrderBy(one => (one.At, one.IsStep, one.Number)).LastOrDefault();
        if (last is not null) return (last.Moment, last.At);
        return request.AnonymisedAt is null && Of(referral) is { } standing ? (standing, null) : null;
    }

    /// <summary>What an event may be the moment of: the first one that holds.</summary>
    public static IReadOnlyList<HandMoment> Of(EventKind kind) => kind switch
    {
        EventKind.ReferralSent => [HandMoment.FirstSending],
        EventKind.ReferralInformationRequested => [HandMoment.QuestionWaits],
        EventKind.ReferralInformationGiven => [HandMoment.QuestionAnswered],
        EventKind.ReferralAccepted or EventKind.ReferralDateAgreed => [HandMoment.Accepted, HandMoment.TakenOver],
        EventKind.ReferralDateOffered => [HandMoment.DateWaits],
        EventKind.ReferralDateLapsed => [HandMoment.DateLapsed],
        EventKind.ReferralQuestionLapsed => [HandMoment.QuestionLapsed],
        EventKind.ReferralExpired => [HandMoment.TooLate],
        EventKind.ReferralCancelled => [HandMoment.DateRefused, HandMoment.TakenBack],
        EventKind.ReferralCorrected => [HandMoment.SentAgain, HandMoment.AcceptedAgain],
        EventKind.PassagesMasked => [HandMoment.Masked],
        EventKind.InformationShared => [HandMoment.InformationAdded],
        EventKind.AddressCorrected or EventKind.ContactCorrected or EventKind.AddressChanged or EventKind.HandedOver => [HandMoment.ContactChanged],
        EventKind.RungReported => [HandMoment.UnderWay],
        EventKind.ErasureAsked => [HandMoment.Erased],

        // It leaves the state as it was before the answer: so is what is to be said.
        EventKind.ReferralAnswerUndone or EventKind.RungTakenBack => [],

        // The actor's own word, or nothing that it is told.
        EventKind.ReferralDeclined or EventKind.ReferralHandedBack or EventKind.ReferralCompleted
            or EventKind.OutcomeConfirmed or EventKind.OutcomeContested or EventKind.OutcomeSettled or EventKind.OutcomeLeftOpen or EventKind.DisagreementSettled => [],
        EventKind.Submitted or EventKind.AddressProven or EventKind.AddressVouchedFor or EventKind.TakenInCharge or EventKind.Assigned or EventKind.Released or EventKind.Corrected
            or EventKind.Matched or EventKind.SummaryWritten or EventKind.QuestionAsked or EventKind.QuestionAnswered or EventKind.QuestionDropped or EventKind.ReferralProposed
            or EventKind.ConsentAsked or EventKind.ConsentGiven or EventKind.NoteAdded or EventKind.NotCalledBack or EventKind.Withdrawn or EventKind.Closed or EventKind.Reopened
            or EventKind.Anonymised or EventKind.DataLinkSent or EventKind.DormantNoticed or EventKind.PassagesLeft or EventKind.TaskRaised or EventKind.TaskSettled
            or EventKind.InformationAdded or EventKind.FollowerInvited or EventKind.FollowerJoined or EventKind.FollowerRemoved or EventKind.FollowerLeft => [],
    };

    /// <summary>The moment of a step of the clock; null when the actor is told nothing. What staff say when they call is what the portal would have written.</summary>
    public static HandMoment? Of(ClockStep step) => step switch
    {
        ClockStep.ActorReminder or ClockStep.ActorCall => HandMoment.Reminder,
        ClockStep.ActorLastCall => HandMoment.LastCall,
        ClockStep.FirstContactNudge or ClockStep.FirstContactCall => HandMoment.FirstContactNudge,
        ClockStep.NewsNudge or ClockStep.NewsCall => HandMoment.NewsNudge,

        // Each leaves an event that has its own.
        ClockStep.Expiry or ClockStep.QuestionLapse or ClockStep.DateLapse or ClockStep.OutcomeSettle or ClockStep.OutcomeLeftOpen => null,
        ClockStep.StaffOverdue or ClockStep.StillSearching or ClockStep.QuestionReminder or ClockStep.QuestionSecondReminder or ClockStep.ConsentReminder or ClockStep.ConsentSecondReminder
            or ClockStep.ConsentCall or ClockStep.EndNotice or ClockStep.EndOffer or ClockStep.PauseReminder or ClockStep.CalledBack or ClockStep.OutcomeReminder or ClockStep.LaterSatisfaction or ClockStep.SendingByHand or ClockStep.ContactByHand => null,
    };

    /// <summary>The moment of a state of which nothing newer is to be told.</summary>
    private static HandMoment? Of(Referral referral) => referral.Status switch
    {
        ReferralStatus.Sent => HandMoment.FirstSending,
        ReferralStatus.InformationRequested => HandMoment.QuestionWaits,
        ReferralStatus.DateOffered => HandMoment.DateWaits,
        ReferralStatus.Accepted => referral.FirstContactOn is null ? HandMoment.Accepted : HandMoment.UnderWay,
        ReferralStatus.Cancelled => HandMoment.TakenBack,
        ReferralStatus.Proposed or ReferralStatus.Declined or ReferralStatus.Expired or ReferralStatus.Completed => null,
    };

    /// <summary>Whether it is still so.</summary>
    private static bool Holds(HandMoment moment, OrientationRequest request, Referral referral) => (moment == HandMoment.Erased) == request.AnonymisedAt is not null && moment switch
    {
        HandMoment.FirstSending or HandMoment.SentAgain or HandMoment.Reminder or HandMoment.LastCall
            or HandMoment.QuestionAnswered or HandMoment.QuestionLapsed or HandMoment.DateLapsed => referral.Status == ReferralStatus.Sent,
        HandMoment.QuestionWaits => referral.Status == ReferralStatus.InformationRequested,
        HandMoment.DateWaits => referral.Status == ReferralStatus.DateOffered,
        HandMoment.TooLate => referral.Status == ReferralStatus.Expired && request.IsOpen && request.IsCurrent(referral),
        HandMoment.TakenOver => referral.Status == ReferralStatus.Expired && request.Referrals.Any(other => other is { Status: ReferralStatus.Accepted, SettlesAt: null } && other.Round == referral.Round),
        HandMoment.Accepted or HandMoment.FirstContactNudge => referral is { Status: ReferralStatus.Accepted, FirstContactOn: null },
        HandMoment.UnderWay => referral is { Status: ReferralStatus.Accepted, FirstContactOn: not null },
        HandMoment.AcceptedAgain or HandMoment.NewsNudge or HandMoment.ContactChanged => referral.Status == ReferralStatus.Accepted,
        HandMoment.InformationAdded => referral.IsAwaitingAnswer || referral.Status == ReferralStatus.Accepted,
        HandMoment.DateRefused or HandMoment.TakenBack => referral.Status == ReferralStatus.Cancelled,

        // Whatever became of it since: the last referral of each actor.
        HandMoment.Masked or HandMoment.Erased => request.Referrals.Where(other => other.WasTold && other.ActorId == referral.ActorId).MaxBy(other => other.SentAt) == referral,
    };

    /// <summary>Whether an event is about that referral, in that way.</summary>
    private static bool IsAbout(HandMoment moment, OrientationRequest request, Referral referral, TimelineEvent entry, IEnumerable<TimelineEvent> timeline) => moment switch
    {
        HandMoment.TakenOver => entry.ReferralId != referral.Id && request.Referrals.Any(other => other.Id == entry.ReferralId && other.Round == referral.Round),
        HandMoment.DateRefused => entry.ReferralId == referral.Id && new Author(entry.AuthorKind, entry.AuthorId, entry.Channel).SpeaksForStructure && IsOfferedBefore(entry, timeline) && !EndsRequest(entry, timeline),
        HandMoment.AcceptedAgain => entry.ReferralId == referral.Id && referral.Status == ReferralStatus.Accepted,
        HandMoment.SentAgain => entry.ReferralId == referral.Id && referral.Status == ReferralStatus.Sent,
        HandMoment.Masked => (entry.ReferralId is null || entry.ReferralId == referral.Id) && entry.ReasonCode is MaskReaders.Actors or MaskReaders.StructureAndActors,
        HandMoment.UnderWay => entry.ReferralId == referral.Id && entry.AuthorKind != AuthorKind.Structure,
        HandMoment.ContactChanged or HandMoment.InformationAdded or HandMoment.Erased => true,
        HandMoment.FirstSending or HandMoment.Reminder or HandMoment.LastCall or HandMoment.QuestionWaits or HandMoment.QuestionAnswered or HandMoment.QuestionLapsed or HandMoment.DateWaits
            or HandMoment.DateLapsed or HandMoment.TooLate or HandMoment.Accepted or HandMoment.FirstContactNudge or HandMoment.NewsNudge or HandMoment.TakenBack => entry.ReferralId == referral.Id,
    };

    /// <summary>Whether a later day was waiting when that happened.</summary>
    private static bool IsOfferedBefore(TimelineEvent cancelled, IEnumerable<TimelineEvent> timeline) =>
        timeline.Where(entry => entry.ReferralId == cancelled.ReferralId && entry.Number < cancelled.Number && (Of(entry.Kind).Count > 0 || entry.Kind == EventKind.ReferralAnswerUndone)).MaxBy(entry => entry.Number)?.Kind == EventKind.ReferralDateOffered;

    /// <summary>Whether the whole request was ended by the same act.</summary>
    private static bool EndsRequest(TimelineEvent cancelled, IEnumerable<TimelineEvent> timeline) =>
        timeline.Any(entry => entry.Kind is EventKind.Withdrawn or EventKind.Closed && entry.At == cancelled.At && entry.Number > cancelled.Number);

    /// <summary>Day from which such a step is counted now: one of an earlier wait is over.</summary>
    private static DateOnly? SinceOf(ClockStep step, Referral referral) => Of(step) switch
    {
        HandMoment.Reminder or HandMoment.LastCall => referral.ClockStartedOn,
        HandMoment.FirstContactNudge => referral.FirstContactDueOn,
        HandMoment.NewsNudge => referral.LastNewsOn,
        _ => null,
    };

    private sealed record Said(DateTimeOffset At, bool IsStep, int Number, HandMoment Moment);
}
