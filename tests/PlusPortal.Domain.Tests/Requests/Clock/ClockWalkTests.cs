using System.Collections.Frozen;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Clock;
using PlusPortal.Domain.Requests.Deadlines;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Tests.Requests.Rulebook;
using PlusPortal.Testing.Builders;

namespace PlusPortal.Domain.Tests.Requests.Clock;

/// <summary>Whatever people do not do: every open state ends in an action, and nothing is done twice.</summary>
public sealed class ClockWalkTests
{
    private static readonly FrozenSet<ClockStep> Nothing = FrozenSet<ClockStep>.Empty;

    public static TheoryData<RequestStatus> OpenRequests { get; } = [.. Enum.GetValues<RequestStatus>().Where(status => status != RequestStatus.Closed)];

    public static TheoryData<ReferralStatus> OpenReferrals { get; } =
        [ReferralStatus.Proposed, ReferralStatus.Sent, ReferralStatus.InformationRequested, ReferralStatus.DateOffered, ReferralStatus.Accepted, ReferralStatus.Completed];

    [Fact]
    public void Every_situation_that_is_open_has_a_step_in_which_it_ends()
    {
        var endless = Enum.GetValues<SituationKind>().Where(kind => kind != SituationKind.Ended && !ClockTable.Of(kind).Any(row => row.Ends));

        Assert.Empty(endless);
    }

    [Fact]
    public void Every_step_belongs_to_a_situation() =>
        Assert.Empty(Enum.GetValues<ClockStep>().Except(Enum.GetValues<SituationKind>().SelectMany(ClockTable.Of).Select(row => row.Step)));

    [Theory]
    [MemberData(nameof(OpenRequests))]
    public void Left_alone_a_request_ends_on_the_list_of_PLUS_and_staff_are_told_again_and_again(RequestStatus status) => AssertNeverForgotten(ActScenes.In(status).Request);

    [Theory]
    [MemberData(nameof(OpenReferrals))]
    public void Left_alone_a_referral_ends_likewise(ReferralStatus status) => AssertNeverForgotten(ActScenes.With(status).Request);

    [Fact]
    public void A_situation_has_a_day_and_says_whom_it_waits_for_in_every_state()
    {
        var scenes = OpenRequests.Select(row => ActScenes.In(row.Data).Request).Concat(OpenReferrals.Select(row => ActScenes.With(row.Data).Request));

        foreach (var request in scenes)
        {
            Assert.All(request.Situations, situation => Assert.NotNull(situation.DueOn));
            Assert.Equal((request.Situation.WaitsFor, request.Situation.DueOn), (request.WaitsFor, request.NextDueOn));
            Assert.NotNull(request.ClockAt);
        }
    }

    [Fact]
    public void A_silent_actor_is_reminded_called_called_for_the_last_time_and_its_referral_expires()
    {
        var request = ActScenes.In(RequestStatus.Oriented).Request;

        var steps = Walk(request, until: new DateOnly(2026, 3, 25));

        Assert.Equal(
            [
                "2026-03-09 ActorReminder Taken", "2026-03-16 StillSearching OneMessageADay", "2026-03-16 ActorCall Taken", "2026-03-16 CalledBack Taken",
                "2026-03-17 StaffOverdue Taken", "2026-03-18 ActorLastCall Taken", "2026-03-24 Expiry Taken", "2026-03-25 StaffOverdue Taken",
            ],
            steps.Select(step => step).ToArray());
        Assert.Equal((RequestStatus.InTriage, WaitsFor.Plus, ReferralStatus.Expired), (request.Status, request.WaitsFor, request.Referrals[0].Status));
    }

    [Fact]
    public void After_an_outage_only_the_furthest_step_is_done_and_the_others_are_skipped()
    {
        var request = ActScenes.In(RequestStatus.Oriented).Request;

        // Nothing ran from the day of sending to the day after the last call.
        var taken = request.TakeSteps(Nothing, A.Now.AddDays(17), A.DayOf(new DateOnly(2026, 3, 19)));

        Assert.Equal(ClockOutcome.Overtaken, taken.Single(step => step.Step.Row.Step == ClockStep.ActorReminder).Outcome);
        Assert.Equal(ClockOutcome.Taken, taken.Single(step => step.Step.Row.Step == ClockStep.ActorLastCall).Outcome);
        Assert.Equal(ClockOutcome.Taken, taken.Single(step => step.Step.Row.Step == ClockStep.ActorCall).Outcome);
        Assert.All(request.TakeSteps(Nothing, A.Now.AddDays(17), A.DayOf(new DateOnly(2026, 3, 19))), step => Assert.Equal(ClockStep.StaffOverdue, step.Step.Row.Step));
    }

    [Fact]
    public void An_expiry_overtakes_everything_that_would_have_been_said_before_it()
    {
        var request = ActScenes.In(RequestStatus.Oriented).Request;

        var taken = request.TakeSteps(Nothing, A.Now.AddDays(30), A.DayOf(new DateOnly(2026, 4, 1)));

        Assert.Equal([ClockStep.Expiry], taken.Where(step => step is { Outcome: ClockOutcome.Taken, Step.ReferralId: not null }).Select(step => step.Step.Row.Step));
        Assert.Equal(ReferralStatus.Expired, request.Referrals[0].Status);
    }

    [Fact]
    public void What_is_switched_off_is_skipped_and_what_changes_the_state_never_is()
    {
        var request = ActScenes.In(RequestStatus.Oriented).Request;
        var off = Enum.GetValues<ClockStep>().ToFrozenSet();

        var reminder = request.TakeSteps(off, A.Now.AddDays(7), A.DayOf(new DateOnly(2026, 3, 9)));
        var expiry = request.TakeSteps(off, A.Now.AddDays(30), A.DayOf(new DateOnly(2026, 3, 24)));

        Assert.Equal([(ClockStep.ActorReminder, ClockOutcome.SwitchedOff)], reminder.Select(step => (step.Step.Row.Step, step.Outcome)));
        Assert.Contains(expiry, step => step is { Step.Row.Step: ClockStep.Expiry, Outcome: ClockOutcome.Taken });
    }

    [Fact]
    public void A_call_that_something_else_displaced_comes_again_once_that_is_settled()
    {
        var request = A.Request().Build();
        var (one, other) = (request.AcceptedBy(A.SupportOffer().Build()), request.AcceptedBy(A.SupportOffer().Build()));
        Walk(request, until: new DateOnly(2026, 3, 16));
        Assert.Equal(StaffTask.CallAcceptingActor, request.Task);
        var called = request.TaskReferralId;

        // The structure complains of nobody in particular; staff settle that, then the other call; then an actor is taken back.
        request.ReportNotCalledBack(null, Author.Structure, A.Now.AddDays(14), A.DayOf(new DateOnly(2026, 3, 16)));
        request.SettleTask(null, A.Staff(), A.Now.AddDays(14), A.DayOf(new DateOnly(2026, 3, 16)));
        Walk(request, until: new DateOnly(2026, 3, 30), from: new DateOnly(2026, 3, 16));
        if (request.Task is not null) request.SettleTask(null, A.Staff(), A.Now.AddDays(28), A.DayOf(new DateOnly(2026, 3, 30)));
        request.CancelReferral(called == one.Id ? other.Id : one.Id, A.Staff(), A.Now.AddDays(28), A.DayOf(new DateOnly(2026, 3, 30)));

        AssertNeverForgotten(request, from: new DateOnly(2026, 3, 30));
    }

    [Fact]
    public void A_call_about_one_actor_that_a_contest_of_another_displaced_comes_again()
    {
        var request = A.Request().Build();
        var (silent, ended) = (request.AcceptedBy(A.SupportOffer().Build()), request.AcceptedBy(A.SupportOffer().Build()));
        request.CompleteReferral(ended.Id, "aide-apportee", null, A.Partner(), A.Now, A.Day);
        Walk(request, until: new DateOnly(2026, 3, 16));
        Assert.Equal((StaffTask.CallAcceptingActor, silent.Id), (request.Task, request.TaskReferralId));

        request.ContestOutcome(ended.Id, null, Author.Structure, A.Now.AddDays(14), A.DayOf(new DateOnly(2026, 3, 16)));
        Assert.Equal(StaffTask.OutcomeContested, request.Task);
        request.SettleTask(null, A.Staff(), A.Now.AddDays(14), A.DayOf(new DateOnly(2026, 3, 16)));
        Walk(request, until: new DateOnly(2026, 3, 24), from: new DateOnly(2026, 3, 16));

        Assert.Equal((StaffTask.CallAcceptingActor, silent.Id), (request.Task, request.TaskReferralId));
    }

    [Theory]
    [MemberData(nameof(OpenReferrals))]
    public void With_every_reminder_switched_off_PLUS_still_has_it_on_its_list_in_the_end(ReferralStatus status)
    {
        var request = ActScenes.With(status).Request;
        var off = Enum.GetValues<ClockStep>().ToFrozenSet();
        for (var day = A.Today; day < A.Today.AddMonths(5); day = day.AddDays(1)) request.TakeSteps(off, A.Now, A.DayOf(day));

        Assert.Equal(WaitsFor.Plus, request.IsOpen ? request.WaitsFor : WaitsFor.Plus);
    }

    [Fact]
    public void An_actor_without_address_is_called_and_no_mail_to_it_counts_as_done()
    {
        var request = A.Request().Build();
        request.Sending(A.SupportOffer().Build(), isByHand: true);

        var steps = Walk(request, until: new DateOnly(2026, 3, 20));

        Assert.Contains("2026-03-09 ActorReminder Taken", steps);
        Assert.Contains("2026-03-18 ActorLastCall NoAddress", steps);
    }

    [Fact]
    public void A_question_left_alone_lapses_and_the_actor_keeps_the_days_it_had()
    {
        var (request, referral, _) = ActScenes.With(ReferralStatus.InformationRequested);

        Walk(request, until: new DateOnly(2026, 3, 10));

        Assert.Equal((ReferralStatus.Sent, true), (referral!.Status, referral.IsQuestionOpen));
        Assert.Equal(new DateOnly(2026, 3, 30), referral.ExpiresOn);
        request.GiveInformation(referral.Id, "Deux.", Author.Structure, A.Now.AddDays(9), A.DayOf(new DateOnly(2026, 3, 11)));
        Assert.Equal((ReferralStatus.Sent, false), (referral.Status, referral.IsQuestionOpen));
    }

    [Fact]
    public void A_later_day_left_alone_lapses_likewise()
    {
        var (request, referral, _) = ActScenes.With(ReferralStatus.DateOffered);
        Assert.Equal((WaitsFor.Structure, new DateOnly(2026, 3, 9)), (request.WaitsFor, request.NextDueOn));

        Walk(request, until: new DateOnly(2026, 3, 10));

        Assert.Equal((ReferralStatus.Sent, null, new DateOnly(2026, 3, 30)), (referral!.Status, referral.StartsOn, referral.ExpiresOn));
    }

    [Fact]
    public void An_outcome_that_nobody_contests_closes_the_request_after_ten_working_days()
    {
        var (request, referral, _) = ActScenes.With(ReferralStatus.Completed);
        Assert.Equal((RequestStatus.InProgress, WaitsFor.Structure, new DateOnly(2026, 3, 16)), (request.Status, request.WaitsFor, request.NextDueOn));

        Walk(request, until: new DateOnly(2026, 3, 16));
        Assert.Equal(RequestStatus.InProgress, request.Status);

        Walk(request, from: new DateOnly(2026, 3, 17), until: new DateOnly(2026, 3, 17));
        Assert.Equal((RequestStatus.Closed, OutcomeState.Confirmed), (request.Status, referral!.OutcomeState));
    }

    /// <summary>Day by day, with nobody doing anything: from some day on staff are told at least every second week, for ever.</summary>
    private static void AssertNeverForgotten(OrientationRequest request, DateOnly? from = null)
    {
        var told = new List<DateOnly>();
        var first = from ?? A.Today;
        for (var day = first; day < first.AddDays(300) && request.IsOpen; day = day.AddDays(1))
        {
            var taken = request.TakeSteps(Nothing, A.Now.AddDays(day.DayNumber - A.Today.DayNumber), A.DayOf(day));
            if (taken.Any(step => step is { Outcome: ClockOutcome.Taken, Step.Row.Lane: ClockLane.Staff })) told.Add(day);
            Assert.True(!request.IsOpen || request.StepsToCome(A.DayOf(day)).Count > 0, $"Nothing is left to come on {day}");
        }

        if (!request.IsOpen) return;
        Assert.InRange(told[0].DayNumber - first.DayNumber, 0, 60);
        Assert.All(told.Zip(told.Skip(1)), pair => Assert.InRange(pair.Second.DayNumber - pair.First.DayNumber, 1, 14));
        Assert.Equal(WaitsFor.Plus, request.WaitsFor);
    }

    private static List<string> Walk(OrientationRequest request, DateOnly until, DateOnly? from = null)
    {
        var steps = new List<string>();
        for (var day = from ?? A.Today; day <= until; day = day.AddDays(1))
        {
            var taken = request.TakeSteps(Nothing, A.Now.AddDays(day.DayNumber - A.Today.DayNumber), A.DayOf(day));
            steps.AddRange(taken.Select(step => FormattableString.Invariant($"{day:yyyy-MM-dd} {step.Step.Row.Step} {step.Outcome}")));
        }

        return steps;
    }
}
