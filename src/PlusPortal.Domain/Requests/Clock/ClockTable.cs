using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Requests.Clock;
using PlusPortal.Domain.Requests.Deadlines;

namespace PlusPortal.Domain.Requests;

/// <summary>What a row of the table looks at.</summary>
/// <param name="Request">The request.</param>
/// <param name="Referral">The referral; null for a situation of the request itself.</param>
/// <param name="DueOn">Until when the situation waits.</param>
internal sealed record ClockSight(OrientationRequest Request, Referral? Referral, DateOnly? DueOn);

/// <summary>One step of a situation: when it comes, for whom, and what it does besides.</summary>
public sealed class ClockRow
{
    internal ClockRow(ClockStep step, ClockLane lane, DelayKind? delay, Func<ClockSight, DateOnly?> since) => (Step, Lane, Delay, Since) = (step, lane, delay, since);

    /// <summary>Which step.</summary>
    public ClockStep Step { get; }

    /// <summary>Whom it is for.</summary>
    public ClockLane Lane { get; }

    /// <summary>After how long; null for a step that follows a day which is stored.</summary>
    public DelayKind? Delay { get; }

    /// <summary>How long after that it comes again, and again; null when it comes once. What ends in a task comes again, since something that matters more may have taken its place.</summary>
    public DelayKind? Again { get; init; }

    /// <summary>What it puts on the list of PLUS; null when nothing.</summary>
    public StaffTask? Task { get; init; }

    /// <summary>Whether the situation ends in it: it changes the state, or hands it to PLUS until somebody acts.</summary>
    public bool Ends => Lane == ClockLane.State || Task is not null || (Lane == ClockLane.Staff && Again is not null);

    /// <summary>Day from which it is counted.</summary>
    internal Func<ClockSight, DateOnly?> Since { get; }

    /// <summary>Day that is stored on the referral, instead of a delay.</summary>
    internal Func<Referral, DateOnly?>? Stored { get; init; }

    /// <summary>Whether it may come at all; always when null.</summary>
    internal Func<ClockSight, bool>? If { get; init; }
}

/// <summary>
/// What happens in each situation when nobody does anything: the only such table. A situation that is open has a row in which it ends
/// (<see cref="ClockRow.Ends"/>): a test walks it.
/// </summary>
/// <remarks>Source: workflow of PLUS, §2, §4 to §6, §8; docs/adr/0029.</remarks>
public static class ClockTable
{
    private static readonly ClockRow StaffOverdue = new(ClockStep.StaffOverdue, ClockLane.Staff, DelayKind.StaffOverdue, sight => sight.DueOn) { Again = DelayKind.StaffOverdueAgain };

    private static readonly ClockRow StillSearching = new(ClockStep.StillSearching, ClockLane.Structure, DelayKind.StillSearching, sight => sight.Request.StructureHeardOn) { Again = DelayKind.StillSearching };

    private static readonly ClockRow CalledBack = new(ClockStep.CalledBack, ClockLane.Structure, DelayKind.CalledBack, sight => sight.Referral!.StartsOn > sight.Referral.ClockStartedOn ? sight.Referral.StartsOn : sight.Referral.ClockStartedOn) { If = sight => sight.Referral!.FirstContactOn is null };

    private static readonly ClockRow PauseReminder = new(ClockStep.PauseReminder, ClockLane.Structure, DelayKind.PauseReminder, sight => sight.Referral!.PausedOn);

    private static readonly ClockRow EndOffer = new(ClockStep.EndOffer, ClockLane.Staff, DelayKind.EndOffer, sight => sight.Request.StatusSinceOn) { Task = StaffTask.EndWithoutNews, Again = DelayKind.StaffOverdueAgain };

    private static readonly ClockRow[] WaitingForPlus = [StaffOverdue, StillSearching];

    /// <summary>The steps of a situation, in the order of their delays.</summary>
    public static IReadOnlyList<ClockRow> Of(SituationKind kind) => kind switch
    {
        SituationKind.FirstLook or SituationKind.Searching or SituationKind.SearchingAgain or SituationKind.ToSend => WaitingForPlus,
        SituationKind.Task => [StaffOverdue],
        SituationKind.QuestionOfPlus =>
        [
            OfRequest(ClockStep.QuestionReminder, ClockLane.Structure, DelayKind.QuestionReminder),
            OfRequest(ClockStep.QuestionSecondReminder, ClockLane.Structure, DelayKind.QuestionSecondReminder),
            OfRequest(ClockStep.EndNotice, ClockLane.Structure, DelayKind.EndNotice),
            EndOffer,
        ],
        SituationKind.Agreement =>
        [
            OfRequest(ClockStep.ConsentReminder, ClockLane.Structure, DelayKind.ConsentReminder),
            OfRequest(ClockStep.ConsentSecondReminder, ClockLane.Structure, DelayKind.ConsentSecondReminder),
            OfRequest(ClockStep.ConsentCall, ClockLane.Staff, DelayKind.ConsentCall, StaffTask.CallStructure),
            OfRequest(ClockStep.EndNotice, ClockLane.Structure, DelayKind.EndNotice),
            EndOffer,
        ],
        SituationKind.Answer =>
        [
            new(ClockStep.SendingByHand, ClockLane.Staff, null, sight => sight.Referral!.ClockStartedOn) { Task = StaffTask.TellActor, If = sight => sight.Referral is { IsByHand: true, Role: not ProposalRole.Alternate, QuestionAskedAt: null } },
            OfAnswer(ClockStep.ActorReminder, ClockLane.Actor, DelayKind.ActorReminder, referral => referral.ReminderDueOn),
            OfAnswer(ClockStep.ActorCall, ClockLane.Staff, DelayKind.ActorCall, referral => referral.CallDueOn, StaffTask.CallActor),
            OfAnswer(ClockStep.ActorLastCall, ClockLane.Actor, DelayKind.ActorLastCall, referral => referral.LastCallDueOn),
            CalledBack,
            OfAnswer(ClockStep.Expiry, ClockLane.State, DelayKind.Expiry, referral => referral.ExpiresOn?.AddDays(1)),
        ],
        SituationKind.QuestionOfActor => [PauseReminder, OfPause(ClockStep.QuestionLapse)],
        SituationKind.LaterDay => [PauseReminder, OfPause(ClockStep.DateLapse)],
        SituationKind.FirstContact =>
        [
            new(ClockStep.ContactByHand, ClockLane.Staff, null, sight => sight.Referral!.ClockStartedOn) { Task = StaffTask.GiveContact, If = sight => sight.Referral is { IsByHand: true, SettlesAt: null } },
            CalledBack,
            new(ClockStep.FirstContactNudge, ClockLane.Actor, DelayKind.FirstContactNudge, sight => sight.DueOn),
            new(ClockStep.FirstContactCall, ClockLane.Staff, DelayKind.FirstContactCall, sight => sight.DueOn) { Task = StaffTask.CallAcceptingActor, Again = DelayKind.StaffOverdueAgain },
        ],
        SituationKind.Support =>
        [
            new(ClockStep.NewsNudge, ClockLane.Actor, DelayKind.NewsNudge, sight => sight.Referral!.LastNewsOn),
            new(ClockStep.NewsCall, ClockLane.Staff, DelayKind.NewsCall, sight => sight.Referral!.LastNewsOn) { Task = StaffTask.CallAcceptingActor, Again = DelayKind.StaffOverdueAgain },
        ],
        SituationKind.OutcomeToConfirm =>
        [
            new(ClockStep.OutcomeReminder, ClockLane.Structure, DelayKind.OutcomeReminder, sight => sight.Referral!.LastNewsOn),
            new(ClockStep.OutcomeSettle, ClockLane.State, DelayKind.OutcomeSettles, sight => sight.Referral!.LastNewsOn) { Stored = referral => referral.OutcomeSettlesOn?.AddDays(1), If = sight => sight.Referral!.UnmetOn is null },
            new(ClockStep.OutcomeLeftOpen, ClockLane.State, DelayKind.OutcomeSettles, sight => sight.Referral!.LastNewsOn) { Stored = referral => referral.OutcomeSettlesOn?.AddDays(1), If = sight => sight.Referral!.UnmetOn is not null },
        ],
        SituationKind.Ended => [new(ClockStep.LaterSatisfaction, ClockLane.Structure, null, sight => sight.Request.LaterSatisfactionOn)],
    };

    /// <summary>The steps that PLUS may switch off: messages alone, not what changes the state or hands the request to PLUS.</summary>
    public static IReadOnlyList<ClockStep> Switchable { get; } =
        [.. Enum.GetValues<SituationKind>().SelectMany(Of).Where(row => row.Lane != ClockLane.State && row.Task is null).Select(row => row.Step).Distinct().Order()];

    /// <summary>Of a request that waits for an answer of an actor, or for nobody else: « we still search », too.</summary>
    internal static ClockRow WhileOriented => StillSearching;

    private static ClockRow OfRequest(ClockStep step, ClockLane lane, DelayKind delay, StaffTask? task = null) => new(step, lane, delay, sight => sight.Request.StatusSinceOn) { Task = task };

    private static ClockRow OfAnswer(ClockStep step, ClockLane lane, DelayKind delay, Func<Referral, DateOnly?> day, StaffTask? task = null) =>
        new(step, lane, delay, sight => sight.Referral!.ClockStartedOn) { Stored = day, Task = task };

    private static ClockRow OfPause(ClockStep step) => new(step, ClockLane.State, DelayKind.Pause, sight => sight.Referral!.PausedOn) { Stored = referral => referral.PauseEndsOn?.AddDays(1) };
}

/// <summary>A step of a request with its day.</summary>
/// <param name="Row">What it does.</param>
/// <param name="ReferralId">Referral that it is about; null for the request itself.</param>
/// <param name="Since">Paris day from which it is counted.</param>
/// <param name="Number">1, or more for a step that comes again.</param>
/// <param name="DueOn">Paris day.</param>
public sealed record DueStep(ClockRow Row, Guid? ReferralId, DateOnly Since, int Number, DateOnly DueOn);

/// <summary>A step that the clock has come to, and what became of it.</summary>
/// <param name="Step">The step.</param>
/// <param name="Outcome">What became of it.</param>
public sealed record TakenStep(DueStep Step, ClockOutcome Outcome);
