using System.Collections.Frozen;
using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Clock;
using PlusPortal.Domain.Requests.Deadlines;
using PlusPortal.Domain.Requests.Ladder;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Tests.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing.Builders;

namespace PlusPortal.Domain.Tests.Requests.Clock;

/// <summary>What PLUS has to do specially: one thing comes first, and nothing behind it is lost.</summary>
public sealed class TaskListTests
{
    private static readonly FrozenSet<ClockStep> Nothing = FrozenSet<ClockStep>.Empty;

    private readonly Author staff = A.Staff();

    [Fact]
    public void A_complaint_comes_first_and_the_contact_details_that_an_actor_waits_for_come_next()
    {
        var (request, referral) = AcceptedByHand();
        Assert.Equal([(StaffTask.GiveContact, referral.Id)], Tasks(request));

        request.ReportNotCalledBack("Rien reçu.", Author.Structure, A.Now, A.Day);
        Assert.Equal([StaffTask.NotCalledBack, StaffTask.GiveContact], request.Listed.Select(listed => listed.Task));
        Assert.Equal([StaffTask.NotCalledBack, StaffTask.GiveContact], request.Situations.Where(situation => situation.Kind == SituationKind.Task).Select(situation => situation.Task!.Task));

        request.SettleTask("Appelés.", staff, A.Now, A.Day);
        Assert.Equal([(StaffTask.GiveContact, referral.Id)], Tasks(request));
        Assert.Equal((WaitsFor.Plus, A.Today), (request.WaitsFor, request.NextDueOn));

        request.SettleTask("Données.", staff, A.Now, A.Day);
        Assert.Empty(request.Listed);
        Assert.Equal(WaitsFor.SupportActor, request.WaitsFor);
    }

    [Fact]
    public void What_matters_less_waits_behind_what_stands_there_and_is_there_once()
    {
        var request = A.Request().Build();
        var referral = request.Sending(A.SupportOffer().Build(), isByHand: true);
        request.ReportNotCalledBack("Rien reçu.", Author.Structure, A.Now, A.Day);

        request.RaiseTask(StaffTask.TellActor, referral.Id, Author.Job, A.Now, A.Day);
        var events = request.LastEventNumber;
        request.RaiseTask(StaffTask.TellActor, referral.Id, Author.Job, A.Now, A.Day);

        Assert.Equal([StaffTask.NotCalledBack, StaffTask.TellActor], request.Listed.Select(listed => listed.Task));
        Assert.Equal(events, request.LastEventNumber);
    }

    [Fact]
    public void Two_actors_without_address_are_both_told()
    {
        var request = A.Request().Build();
        var (one, other) = (request.Sending(A.SupportOffer().Build(), isByHand: true), request.Sending(A.SupportOffer().Build(), isByHand: true));
        request.RaiseTask(StaffTask.TellActor, one.Id, Author.Job, A.Now, A.Day);
        request.RaiseTask(StaffTask.TellActor, other.Id, Author.Job, A.Now, A.Day);

        var first = request.TaskReferralId;
        request.SettleTask(null, staff, A.Now, A.Day);

        Assert.Equal(new[] { one.Id, other.Id }.Order(), new[] { first!.Value, request.TaskReferralId!.Value }.Order());
    }

    [Fact]
    public void A_call_reminds_too_and_what_lost_its_reason_is_gone()
    {
        var request = A.Request().Build();
        var (called, other) = (request.Sending(A.SupportOffer().Build(), isByHand: true), request.Sending(A.SupportOffer().Build(), isByHand: true));
        request.RaiseTask(StaffTask.RemindByHand, called.Id, Author.Job, A.Now, A.Day);
        request.RaiseTask(StaffTask.RemindByHand, other.Id, Author.Job, A.Now, A.Day);
        request.RaiseTask(StaffTask.CallActor, called.Id, Author.Job, A.Now, A.Day);

        request.SettleTask(null, staff, A.Now, A.Day);
        Assert.Equal([(StaffTask.RemindByHand, other.Id)], Tasks(request));

        request.AcceptReferral(other.Id, A.Partner(), A.Now, A.Day);
        Assert.DoesNotContain(request.Listed, listed => listed.Task == StaffTask.RemindByHand);
    }

    [Fact]
    public void An_end_does_not_settle_against_a_need_that_the_structure_noted_as_not_dealt_with()
    {
        var (request, referral) = Completed(saidBefore: true);

        var taken = request.TakeSteps(Nothing, A.Now.AddDays(30), After(referral));

        Assert.Contains(taken, step => step is { Step.Row.Step: ClockStep.OutcomeLeftOpen, Outcome: ClockOutcome.Taken });
        Assert.Equal((OutcomeState.Contested, RequestStatus.InTriage, StaffTask.OutcomeContested), (referral.OutcomeState, request.Status, request.Task));
        Assert.Equal(referral.Id, request.TaskReferralId);
    }

    [Fact]
    public void Two_things_of_a_request_that_are_late_together_are_one_step()
    {
        var (request, referral) = Completed(saidBefore: false);
        request.ContestOutcome(referral.Id, null, Author.Structure, A.Now.AddHours(3), A.Day);

        var taken = request.TakeSteps(Nothing, A.Now.AddDays(3), A.DayOf(A.Today.AddDays(3)));

        Assert.Single(taken, step => step.Step.Row.Step == ClockStep.StaffOverdue);
    }

    [Fact]
    public void A_date_that_was_offered_too_late_and_lapses_has_an_end_again()
    {
        var request = A.Request().Build();
        var referral = request.Sending(A.SupportOffer().Build());
        var late = A.DayOf(referral.ExpiresOn!.Value.AddDays(1));
        request.TakeSteps(Nothing, A.Now, late);
        Assert.Equal(ReferralStatus.Expired, referral.Status);
        request.OfferDate(referral.Id, late.Date.AddDays(40), A.Partner(), A.Now, late);

        request.TakeSteps(Nothing, A.Now, A.DayOf(referral.PauseEndsOn!.Value.AddDays(1)));
        Assert.Equal(ReferralStatus.Sent, referral.Status);
        Assert.True(referral.ExpiresOn > late.Date);

        request.TakeSteps(Nothing, A.Now, A.DayOf(referral.ExpiresOn!.Value.AddDays(1)));
        Assert.Equal((ReferralStatus.Expired, RequestStatus.InTriage, WaitsFor.Plus), (referral.Status, request.Status, request.WaitsFor));
    }

    [Fact]
    public void Whom_staff_choose_in_the_place_of_an_actor_that_declined_is_given_its_time_before_an_alternate_is_asked()
    {
        var request = A.Request().Build();
        var declined = request.Sending(A.SupportOffer().Build());
        request.DeclineReferral(declined.Id, new Decline(DeclineReasons.Capacite, null, null), A.Partner(), A.Now, A.Day);
        request.SettleAnswers(A.Now.AddHours(1));
        var (next, alternate) = (A.SupportOffer().Build(), A.SupportOffer().Build());
        var (chosen, behind) = (request.Proposing(next), request.Proposing(alternate, ProposalRole.Alternate));
        foreach (var proposed in new[] { chosen, behind }) request.GiveConsent(proposed.Id, A.Staff(), A.Now, A.Day);
        Assert.True(request.NeedsAlternate);

        request.SendReferral(chosen.Id, next, isByHand: false, A.Staff(), A.Now.AddHours(2), A.Day);
        Assert.False(request.NeedsAlternate);

        request.DeclineReferral(chosen.Id, new Decline(DeclineReasons.Capacite, null, null), A.Partner(), A.Now.AddHours(3), A.Day);
        request.SettleAnswers(A.Now.AddHours(4));
        Assert.True(request.NeedsAlternate);
    }

    [Fact]
    public void What_the_structure_says_against_an_actor_is_no_news_of_it()
    {
        var request = A.Request().Build();
        var referral = request.AcceptedBy(A.SupportOffer().Build());
        var due = referral.FirstContactDueOn;

        request.ReportRung(referral.Id, new RungSeen(Rung.NotDealtWith, LadderSide.Structure, due!.Value, UnmetReasons.All.First().Code), Author.Structure, A.Now.AddHours(1), A.DayOf(due.Value));

        Assert.Equal((due, due), (referral.FirstContactDueOn, request.NextDueOn));
    }

    [Fact]
    public void An_end_settles_once_that_word_is_taken_back()
    {
        var (request, referral) = Completed(saidBefore: true);
        request.TakeRungBack(referral.Id, request.LadderReports.Single(report => report.Rung == Rung.NotDealtWith).Id, Author.Structure, A.Now, A.Day);

        request.TakeSteps(Nothing, A.Now.AddDays(30), After(referral));

        Assert.Equal((OutcomeState.Confirmed, RequestStatus.Closed), (referral.OutcomeState, request.Status));
    }

    [Theory]
    [InlineData(RequestStatus.NeedsInformation, DelayKind.QuestionSecondReminder)]
    [InlineData(RequestStatus.AwaitingConsent, DelayKind.ConsentCall)]
    public void A_structure_that_does_not_answer_gets_one_last_day_and_its_end_is_offered_after_it(RequestStatus status, DelayKind first)
    {
        var request = ActScenes.In(status).Request;
        var day = A.Day.AddWorkingDays(A.Day.Delays.Of(first, false));
        Assert.Equal((day, false), (request.StructureDueOn, request.IsLastTerm(A.Day)));

        request.TakeSteps(Nothing, A.Now, A.DayOf(day));
        var last = A.Day.AddWorkingDays(A.Day.Delays.Of(DelayKind.EndOffer, false));
        Assert.Equal((last, true), (request.StructureDueOn, request.IsLastTerm(A.DayOf(day))));
        Assert.Contains(request.Situations, situation => situation.Kind is SituationKind.QuestionOfPlus or SituationKind.Agreement && situation.DueOn == last);

        request.TakeSteps(Nothing, A.Now, A.DayOf(last));
        Assert.Equal(StaffTask.EndWithoutNews, request.Task);

        // Staff go on with it: the structure has its days again.
        request.SettleTask("On attend.", staff, A.Now, A.DayOf(last));
        Assert.Equal((A.DayOf(last).AddWorkingDays(A.Day.Delays.Of(first, false)), false), (request.StructureDueOn, request.IsLastTerm(A.DayOf(last))));
    }

    private static (OrientationRequest Request, Referral Referral) AcceptedByHand()
    {
        var request = A.Request().Build();
        var referral = request.Sending(A.SupportOffer().Build(), isByHand: true);
        request.AcceptReferral(referral.Id, A.Staff(), A.Now, A.Day);
        request.SettleAnswers(A.Now.AddMinutes(Referral.UndoMinutes));
        request.TakeSteps(Nothing, A.Now.AddMinutes(Referral.UndoMinutes), A.Day);
        return (request, referral);
    }

    private static (OrientationRequest Request, Referral Referral) Completed(bool saidBefore)
    {
        var request = A.Request().Build();
        var referral = request.AcceptedBy(A.SupportOffer().Build());
        if (saidBefore) request.ReportRung(referral.Id, new RungSeen(Rung.NotDealtWith, LadderSide.Structure, A.Today, UnmetReasons.All.First().Code), Author.Structure, A.Now.AddHours(1), A.Day);
        request.CompleteReferral(referral.Id, ReferralOutcomes.AideApportee, null, A.Partner(), A.Now.AddHours(2), A.Day);
        return (request, referral);
    }

    private static PlusDay After(Referral referral) => A.DayOf(referral.OutcomeSettlesOn!.Value.AddDays(1));

    private static IEnumerable<(StaffTask, Guid)> Tasks(OrientationRequest request) => request.Listed.Select(listed => (listed.Task, listed.ReferralId!.Value));
}
