using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Requests.Clock;
using PlusPortal.Domain.Requests.Deadlines;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Requests;

// Where the request stands, and what the portal does when nobody does anything.
public sealed partial class OrientationRequest
{
    /// <summary>Months after the end of a request when the structure is asked once more what came of it.</summary>
    public const int LaterSatisfactionMonths = 6;

    private readonly List<ClockRecord> clockRecords = [];

    /// <summary>Paris day by which PLUS acts next; until it has read the request, the one that the structure was promised.</summary>
    public DateOnly PromisedOn { get; private set; }

    /// <summary>Paris day since which it is in its present status.</summary>
    public DateOnly StatusSinceOn { get; private set; }

    /// <summary>Paris day of the last news that the structure had, or gave.</summary>
    public DateOnly StructureHeardOn { get; private set; }

    /// <summary>Paris day until which the structure is expected to answer PLUS, or to agree: first that of the last reminder, then that on which its end is offered to staff. Null when nothing was asked.</summary>
    public DateOnly? StructureDueOn { get; private set; }

    /// <summary>When the clock has to look at it, UTC; null when never again.</summary>
    public DateTimeOffset? ClockAt { get; private set; }

    /// <summary>Paris day on which the structure is asked once more what came of a request that ended.</summary>
    public DateOnly? LaterSatisfactionOn { get; private set; }

    /// <summary>What the clock did, or left.</summary>
    public IReadOnlyList<ClockRecord> ClockRecords => clockRecords;

    /// <summary>Everything that is waited for, what matters most first: what PLUS must do specially, then the structure, then by day.</summary>
    public IReadOnlyList<Situation> Situations =>
    [
        .. AllSituations().OrderBy(situation => situation.Kind != SituationKind.Task).ThenBy(situation => situation.WaitsFor != WaitsFor.Structure).ThenBy(situation => situation.Task is null ? situation.DueOn : null),
    ];

    /// <summary>What is waited for above all.</summary>
    public Situation Situation => Situations[0];

    /// <summary>Where one referral of the present round stands; null when nothing is expected of it any more, or not yet.</summary>
    public Situation? SituationOf(Referral referral) => IsOpen && IsCurrent(referral) ? Open(referral) : null;

    /// <summary>What is left to come if nobody does anything, by day; of a step that comes again, what is due and the next time.</summary>
    public IReadOnlyList<DueStep> StepsToCome(PlusDay today)
    {
        var steps = new List<DueStep>();
        foreach (var situation in AllSituations().Where(situation => !TasksBehind.Any(behind => behind == situation.Task)))
        {
            foreach (var row in ClockTable.Of(situation.Kind)) AddSteps(steps, row, situation, today);
        }

        if (Status == RequestStatus.Oriented && Task is null && WaitsFor != WaitsFor.Structure) AddSteps(steps, ClockTable.WhileOriented, new Situation(SituationKind.Answer, WaitsFor.SupportActor, NextDueOn), today);

        // Two situations of the request that are due the same day make one step: it is recorded once.
        return [.. steps.DistinctBy(step => (step.Row.Step, step.ReferralId, step.Since, step.Number)).Where(step => !clockRecords.Exists(record => record.IsOf(step))).OrderBy(step => step.DueOn).ThenBy(step => step.Row.Step)];
    }

    /// <summary>
    /// Does what is due and not yet done. Of what is due for the same reader the furthest alone is done; what changes the state overtakes
    /// everything else of its referral. Needs the records of the clock; what was sent to alternates is the caller's.
    /// </summary>
    /// <param name="switchedOff">Steps that PLUS has switched off; those that change the state never are.</param>
    /// <param name="now">Current time.</param>
    /// <param name="today">Current day in Paris, with the calendar and the delays of PLUS.</param>
    public IReadOnlyList<TakenStep> TakeSteps(IReadOnlySet<ClockStep> switchedOff, DateTimeOffset now, PlusDay today)
    {
        var all = new List<TakenStep>();
        while (true)
        {
            // What changes the state goes first: what is due afterwards is judged anew.
            var judged = Judge(DueOn(today), switchedOff, today);
            var moving = judged.Find(step => step is { Outcome: ClockOutcome.Taken, Step.Row.Lane: ClockLane.State });
            var batch = moving is null ? judged : judged.FindAll(step => step == moving || (step.Outcome == ClockOutcome.Overtaken && step.Step.ReferralId == moving.Step.ReferralId));
            foreach (var done in batch)
            {
                // A call that was raised just now may be one that this one has to wait for.
                if (done.Outcome == ClockOutcome.Taken && Waits(done.Step)) continue;
                clockRecords.Add(new ClockRecord(Id, done.Step, done.Outcome, now));
                if (done.Outcome == ClockOutcome.Taken) Take(done.Step, now, today);
                all.Add(done);
            }

            if (moving is null) break;
        }

        if (IsStructureAwaited && StructureDueOn <= today.Date && EndOfferedOn(today) > today.Date)
        {
            StructureDueOn = EndOfferedOn(today);
            Refresh(now, today);
        }

        return all;
    }

    /// <summary>Paris day on which staff are offered to end the request of a structure that does not answer.</summary>
    public DateOnly EndOfferedOn(PlusDay today) => EndOfferedOn(StatusSinceOn, IsUrgent, today);

    /// <summary>The same, for a request of which that alone is read.</summary>
    public static DateOnly EndOfferedOn(DateOnly statusSinceOn, bool isUrgent, PlusDay today) => today.Calendar.AddWorkingDays(statusSinceOn, today.Delays.Of(DelayKind.EndOffer, isUrgent));

    /// <summary>Whether the structure has its last days to answer PLUS: after them its request may be ended.</summary>
    public bool IsLastTerm(PlusDay today) => IsStructureAwaited && StructureDueOn >= EndOfferedOn(today);

    private bool IsStructureAwaited => Status == RequestStatus.NeedsInformation || (Status == RequestStatus.AwaitingConsent && IsConsentPending);

    /// <summary>Answers that can no longer be taken back have their consequences.</summary>
    /// <returns>Whether there was one.</returns>
    public bool SettleAnswers(DateTimeOffset now)
    {
        var settled = referrals.FindAll(referral => referral.SettlesAt <= now);
        foreach (var referral in settled) referral.SettlesAt = null;
        return settled.Count > 0;
    }

    /// <summary>An actor counts its working days otherwise, for an absence or an office that it declared: the days of what it was sent move.</summary>
    public void CountActorWith(Guid actorId, ActorCalendar calendar, DateTimeOffset now, PlusDay todayInParis)
    {
        foreach (var referral in Current.Where(referral => referral.ActorId == actorId && (referral.IsAwaitingAnswer || referral.Status == ReferralStatus.Accepted))) referral.CountWith(calendar, todayInParis);
        if (IsOpen) Refresh(now, todayInParis);
    }

    private List<DueStep> DueOn(PlusDay today) => [.. StepsToCome(today).Where(step => DayOf(step, today) == today.Date && !Waits(step))];

    /// <summary>Day on which a step can be done: its own or, after an outage, the next one on which whom it is for works.</summary>
    private DateOnly DayOf(DueStep step, PlusDay today)
    {
        var day = step.DueOn > today.Date ? step.DueOn : today.Date;
        return step.Row.Lane == ClockLane.Actor ? FindReferral(step.ReferralId!.Value).Calendar.AddWorkingDays(day, 0) : today.Calendar.AddWorkingDays(day, 0);
    }

    /// <summary>Whether PLUS has something else to do first: there is one task at a time, and none is forgotten. What stands on the list is not put there again.</summary>
    private bool Waits(DueStep step) => TaskOf(step) is { } task && IsTaken(task) && (TaskReferralId != step.ReferralId || step.Number > 1);

    private StaffTask? TaskOf(DueStep step) =>
        step.Row.Task ?? (step.Row.Step == ClockStep.ActorReminder && FindReferral(step.ReferralId!.Value).IsByHand ? StaffTask.RemindByHand : null);

    /// <summary>Notes when the clock has to look next: at the next step, or when an answer can no longer be taken back.</summary>
    /// <param name="today">Current day in Paris.</param>
    /// <param name="beginsAt">When the day begins on which a step is due.</param>
    public void SetClock(PlusDay today, Func<DateOnly, DateTimeOffset> beginsAt)
    {
        var next = StepsToCome(today).Where(step => !Waits(step)).Select(step => (DateTimeOffset?)beginsAt(DayOf(step, today))).Concat(referrals.Select(referral => referral.SettlesAt)).Min();
        if (next != ClockAt) ClockAt = next;
    }

    /// <summary>The alternates of the round to which everybody agrees, in the order in which they are asked.</summary>
    public IReadOnlyList<Referral> AlternatesToAsk => Current.Any(referral => referral.SettlesAt is not null)
        ? []
        : [.. Current.Where(referral => referral is { Status: ReferralStatus.Proposed, Role: ProposalRole.Alternate, ConsentGivenAt: not null }).OrderBy(referral => referral.MatchRank ?? int.MaxValue).ThenBy(referral => referral.ProposedAt).ThenBy(referral => referral.Id)];

    /// <summary>Whether an actor declined, was silent or gave the request back, and nobody has been asked in its place, neither an alternate nor whom staff chose since: the next alternate is to be asked.</summary>
    public bool NeedsAlternate => IsOpen && Status is RequestStatus.InTriage or RequestStatus.AwaitingConsent or RequestStatus.Oriented
        && Failed.Min(referral => referral.EndedAt) is { } firstEnd
        && Failed.Count() > Current.Count(referral => referral.WasTold && (referral.Role == ProposalRole.Alternate || referral.SentAt > firstEnd))
        && AlternatesToAsk.Count > 0;

    private IEnumerable<Referral> Failed => Current.Where(referral => referral.WasTold && referral.Status is ReferralStatus.Declined or ReferralStatus.Expired);

    /// <summary>Today, while somebody can still act; else the next working day of PLUS.</summary>
    private static DateOnly Soonest(PlusDay today) => today.AddWorkingDays(today.IsNearlyOver ? 1 : 0);

    /// <summary>From now on the structure has to answer; it is reminded from today.</summary>
    private void AwaitStructure(DelayKind until, PlusDay today) => (StatusSinceOn, StructureDueOn, StructureHeardOn) = (today, today.AddWorkingDays(today.Delays.Of(until, IsUrgent)), today);

    /// <summary>Whom the request waits for and until when, once everything is as it is now: nothing open stays without a next day. The clock looks at it soon.</summary>
    private void Refresh(DateTimeOffset now, PlusDay today)
    {
        DropStaleTasks();
        var (waited, situation) = (WaitsFor, Situation);
        if (Status == RequestStatus.AwaitingConsent && situation.Kind == SituationKind.ToSend && waited == WaitsFor.Structure)
        {
            PromisedOn = Soonest(today);
            situation = Situation;
        }

        (WaitsFor, NextDueOn) = (situation.WaitsFor, situation.DueOn);
        if (WaitsFor != waited) WaitingSince = now;
        ClockAt = now;
    }

    private bool IsConsentPending => Current.Any(referral => referral is { Status: ReferralStatus.Proposed, ConsentAskedAt: not null, ConsentGivenAt: null });

    private IEnumerable<Situation> AllSituations()
    {
        var tasks = IsOpen ? Listed.Select(listed => Of(SituationKind.Task, listed.On) with { Task = listed }) : [];
        return tasks.Append(Own()).Concat(IsOpen ? Current.Select(Open) : []).OfType<Situation>();
    }

    /// <summary>What the status says by itself; null when its referrals say it.</summary>
    private Situation? Own() => Status switch
    {
        RequestStatus.Submitted => Of(SituationKind.FirstLook, PromisedOn),
        RequestStatus.InTriage when Current.Any(referral => referral is { Status: ReferralStatus.Proposed, ConsentGivenAt: not null, Role: not ProposalRole.Alternate }) => Of(SituationKind.ToSend, PromisedOn),
        RequestStatus.InTriage => Of(Round == 1 && !referrals.Exists(referral => referral.IsEnded) ? SituationKind.Searching : SituationKind.SearchingAgain, PromisedOn),
        RequestStatus.NeedsInformation => Of(SituationKind.QuestionOfPlus, StructureDueOn),
        RequestStatus.AwaitingConsent when IsConsentPending => Of(SituationKind.Agreement, StructureDueOn),
        RequestStatus.AwaitingConsent => Of(SituationKind.ToSend, PromisedOn),
        RequestStatus.Oriented or RequestStatus.InProgress => null,
        RequestStatus.Closed => Of(SituationKind.Ended, null),
    };

    private Situation? Open(Referral referral) => referral.Status switch
    {
        ReferralStatus.Sent => Of(SituationKind.Answer, referral.ExpiresOn, referral),
        ReferralStatus.InformationRequested => Of(SituationKind.QuestionOfActor, referral.PauseEndsOn, referral),
        ReferralStatus.DateOffered => Of(SituationKind.LaterDay, referral.PauseEndsOn, referral),
        ReferralStatus.Accepted when referral.FirstContactOn is null => Of(SituationKind.FirstContact, referral.FirstContactDueOn, referral),
        ReferralStatus.Accepted => Of(SituationKind.Support, referral.NewsDueOn, referral),
        ReferralStatus.Completed when referral.IsOutcomeAwaited => Of(SituationKind.OutcomeToConfirm, referral.OutcomeSettlesOn, referral),
        ReferralStatus.Completed or ReferralStatus.Proposed or ReferralStatus.Declined or ReferralStatus.Expired or ReferralStatus.Cancelled => null,
    };

    private static Situation Of(SituationKind kind, DateOnly? dueOn, Referral? referral = null) => new(kind, Requests.Situation.WaitsForIn(kind), dueOn, referral);

    private void AddSteps(List<DueStep> steps, ClockRow row, Situation situation, PlusDay today)
    {
        var sight = new ClockSight(this, situation.Referral, situation.DueOn);
        if (row.If?.Invoke(sight) == false || row.Since(sight) is not { } since) return;
        var due = row.Stored is { } stored ? stored(situation.Referral!) : row.Delay is { } delay ? Count(since, delay) : since;

        // What PLUS or the structure has to do with falls on a day on which somebody is there.
        if (row.Lane != ClockLane.Actor && due is { } first) due = today.Calendar.AddWorkingDays(first, 0);

        for (var number = 1; due is { } day; number++)
        {
            steps.Add(new DueStep(row, situation.Referral?.Id, since, number, day));
            if (row.Again is not { } again || day > today.Date) return;
            due = Count(day, again);
        }

        // What is asked of an actor is counted on its calendar, the rest on that of PLUS.
        DateOnly Count(DateOnly from, DelayKind kind) => row.Lane == ClockLane.Actor
            ? situation.Referral!.Calendar.AddWorkingDays(from, today.Delays.Of(kind, IsUrgent))
            : today.Calendar.AddWorkingDays(from, today.Delays.Of(kind, IsUrgent));
    }

    private List<TakenStep> Judge(List<DueStep> due, IReadOnlySet<ClockStep> switchedOff, PlusDay today)
    {
        var judged = due.ConvertAll(step => new TakenStep(step, OutcomeOf(step)));

        // A mail to the structure today is enough; the one that asks something goes first.
        var told = clockRecords.Exists(record => record.Outcome == ClockOutcome.Taken && record.Step == ClockStep.StillSearching && record.DueOn == today.Date);
        var asked = new HashSet<ClockStep>();
        var speaking = judged.Where(step => step is { Outcome: ClockOutcome.Taken, Step.Row.Lane: ClockLane.Structure }).ToList();
        for (var index = 0; index < judged.Count; index++)
        {
            if (judged[index] is { Outcome: ClockOutcome.Taken, Step.Row.Step: ClockStep.StillSearching } && (told || speaking.Count > 1 || StructureHeardOn == today.Date)) judged[index] = judged[index] with { Outcome = ClockOutcome.OneMessageADay };
            if (judged[index].Outcome == ClockOutcome.Taken && SpeaksOfEveryActor(judged[index].Step) && !asked.Add(judged[index].Step.Row.Step)) judged[index] = judged[index] with { Outcome = ClockOutcome.OneMessageADay };
        }

        return judged;

        ClockOutcome OutcomeOf(DueStep step)
        {
            if (due.Exists(other => other != step && other.ReferralId == step.ReferralId && Overtakes(other, step))) return ClockOutcome.Overtaken;
            if (switchedOff.Contains(step.Row.Step) && ClockTable.Switchable.Contains(step.Row.Step)) return ClockOutcome.SwitchedOff;
            if (step.Row.Lane == ClockLane.Actor && TaskOf(step) is null && FindReferral(step.ReferralId!.Value).IsByHand) return ClockOutcome.NoAddress;
            return step.Row.Lane == ClockLane.Structure && IsUnsolicited ? ClockOutcome.NobodyToTell : ClockOutcome.Taken;
        }
    }

    /// <summary>Whether one message about the request says it for all of its referrals.</summary>
    private bool SpeaksOfEveryActor(DueStep step) =>
        step.Row.Step == ClockStep.CalledBack || (step.Row.Step == ClockStep.PauseReminder && FindReferral(step.ReferralId!.Value).Status == ReferralStatus.InformationRequested);

    private static bool Overtakes(DueStep other, DueStep step)
    {
        if (other.Row.Lane == ClockLane.State) return step.Row.Lane != ClockLane.State && step.Row.Again is null;
        if (other.Row.Task is not null && step.Row.Task is not null) return other.DueOn > step.DueOn;
        if (other.Row.Lane != step.Row.Lane || (other.Row.Again is null) != (step.Row.Again is null)) return false;
        return other.Row.Again is null ? other.DueOn > step.DueOn : other.Row == step.Row && other.Number > step.Number;
    }

    private void Take(DueStep step, DateTimeOffset now, PlusDay today)
    {
        switch (step.Row.Step)
        {
            case ClockStep.Expiry:
                ExpireReferral(step.ReferralId!.Value, Author.Job, now, today);
                break;
            case ClockStep.QuestionLapse:
                LapseQuestion(step.ReferralId!.Value, Author.Job, now, today);
                break;
            case ClockStep.DateLapse:
                LapseDate(step.ReferralId!.Value, Author.Job, now, today);
                break;
            case ClockStep.OutcomeSettle:
                SettleOutcome(step.ReferralId!.Value, Author.Job, now, today);
                break;
            case ClockStep.OutcomeLeftOpen:
                LeaveOutcomeOpen(step.ReferralId!.Value, Author.Job, now, today);
                break;
        }

        if (TaskOf(step) is { } task) RaiseTask(task, step.ReferralId, Author.Job, now, today);
    }

    private bool IsUnsolicited => SignalCodes.Contains(TriageSignals.Indesirable) || ClosingReason == ClosingReasons.Indesirable;
}
