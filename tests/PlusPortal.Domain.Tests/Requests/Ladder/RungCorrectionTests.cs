using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Clock;
using PlusPortal.Domain.Requests.Ladder;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing.Builders;

namespace PlusPortal.Domain.Tests.Requests.Ladder;

/// <summary>Which rungs of one side go together, and how one is taken back.</summary>
public sealed class RungCorrectionTests
{
    private readonly Author partner = A.Partner();

    [Theory]

    // What stands, its day, what is told, its day, and what comes of it. Days are counted from the sending.
    [InlineData(Rung.Reached, 3, Rung.Unreachable, 2, RungClash.UnreachableOnceReached)]
    [InlineData(Rung.FirstContact, 3, Rung.Unreachable, 3, RungClash.UnreachableOnceReached)]
    [InlineData(Rung.UnderWay, 3, Rung.Unreachable, 3, RungClash.UnreachableOnceReached)]
    [InlineData(Rung.DealtWith, 3, Rung.Unreachable, 1, RungClash.UnreachableOnceReached)]
    [InlineData(Rung.FirstContact, 3, Rung.Unreachable, 4, null)]
    [InlineData(Rung.NotDealtWith, 3, Rung.Unreachable, 1, null)]
    [InlineData(Rung.Unreachable, 3, Rung.Unreachable, 4, null)]
    [InlineData(Rung.Unreachable, 3, Rung.Reached, 3, null)]
    [InlineData(Rung.Unreachable, 3, Rung.FirstContact, 4, null)]
    [InlineData(Rung.FirstContact, 3, Rung.FirstContact, 4, RungClash.SecondFirstContact)]
    [InlineData(Rung.FirstContact, 3, Rung.Reached, 4, null)]
    [InlineData(Rung.Reached, 3, Rung.FirstContact, 3, null)]
    [InlineData(Rung.UnderWay, 3, Rung.FirstContact, 4, RungClash.ContactAfterHelp)]
    [InlineData(Rung.DealtWith, 3, Rung.FirstContact, 4, RungClash.ContactAfterHelp)]
    [InlineData(Rung.DealtWith, 3, Rung.FirstContact, 3, null)]
    [InlineData(Rung.NotDealtWith, 3, Rung.FirstContact, 4, null)]
    [InlineData(Rung.FirstContact, 3, Rung.DealtWith, 2, RungClash.HelpBeforeContact)]
    [InlineData(Rung.FirstContact, 3, Rung.UnderWay, 2, RungClash.HelpBeforeContact)]
    [InlineData(Rung.FirstContact, 3, Rung.NotDealtWith, 2, null)]
    [InlineData(Rung.FirstContact, 3, Rung.DealtWith, 3, null)]
    [InlineData(Rung.DealtWithInPart, 3, Rung.DealtWith, 3, null)]
    [InlineData(Rung.DealtWith, 3, Rung.DealtWithInPart, 3, RungClash.OtherOutcome)]
    [InlineData(Rung.DealtWith, 3, Rung.NotDealtWith, 3, RungClash.OtherOutcome)]
    [InlineData(Rung.DealtWith, 3, Rung.NotDealtWith, 4, null)]
    [InlineData(Rung.NotDealtWith, 3, Rung.DealtWith, 2, RungClash.OtherOutcome)]
    [InlineData(Rung.UnderWay, 3, Rung.UnderWay, 4, null)]
    public void Rungs_of_one_side_go_together_or_do_not_and_those_of_two_sides_always_do(Rung stands, int day, Rung told, int toldDay, RungClash? expected)
    {
        var (request, referral) = Accepted();
        Report(request, referral, stands, day);

        Report(request, referral, told, toldDay, LadderSide.Structure);
        var clash = Record.Exception(() => Report(request, referral, told, toldDay)) as DomainRuleException;

        Assert.Equal(expected, clash?.Standing?.Clash);
        if (clash?.Standing is { } standing) Assert.Equal((stands, LadderSide.Actor, A.Today.AddDays(day)), (standing.Rung, standing.Side, standing.On));
        Assert.Equal(expected is null ? 3 : 2, request.LadderReports.Count);
    }

    [Fact]
    public void Same_rung_of_the_same_side_and_day_is_one_and_another_reason_is_not_the_same()
    {
        var (request, referral) = Accepted();
        Assert.True(Report(request, referral, Rung.NotDealtWith, 2));
        var events = request.Timeline.Count;

        Assert.False(Report(request, referral, Rung.NotDealtWith, 2));

        Assert.Equal((1, events), (request.LadderReports.Count, request.Timeline.Count));
        var other = new RungSeen(Rung.NotDealtWith, LadderSide.Actor, A.Today.AddDays(2), UnmetReasons.Cout);
        Assert.Equal(RuleCode.RungClashes, Broken(() => request.ReportRung(referral.Id, other, partner, A.Now.AddDays(6), A.DayOf(A.Today.AddDays(6)))));
        Assert.Equal(RuleCode.UnknownCode, Broken(() => request.ReportRung(referral.Id, new RungSeen(Rung.DealtWith, LadderSide.Actor, A.Today, UnmetReasons.Capacite), partner, A.Now, A.Day)));
    }

    [Fact]
    public void What_was_taken_back_stands_in_no_way_and_the_former_word_counts_again()
    {
        var (request, referral) = Accepted();
        Report(request, referral, Rung.NotDealtWith, 1, LadderSide.Structure);
        Report(request, referral, Rung.NotDealtWith, 1);
        Report(request, referral, Rung.DealtWith, 3);
        Assert.Equal([Disagreement.Outcome], request.LadderReports.Disagreements(null));
        var wrong = request.LadderReports.Single(report => report.Rung == Rung.DealtWith);

        TakeBack(request, referral, wrong, partner);
        TakeBack(request, referral, wrong, partner);

        Assert.Empty(request.LadderReports.Disagreements(null));
        Assert.Equal(Rung.NotDealtWith, request.LadderReports.LastOutcome(LadderSide.Actor)!.Rung);
        Assert.Equal(["DealtWith"], request.Timeline.Where(entry => entry.Kind == EventKind.RungTakenBack).Select(entry => entry.ReasonCode));
        Assert.Contains(request.Timeline, entry => entry.Kind == EventKind.RungReported && entry.ReasonCode == "DealtWith");
    }

    [Fact]
    public void First_contact_that_is_taken_back_is_that_of_the_others_then_awaited_again_from_its_day()
    {
        var (request, referral) = Accepted();
        var due = referral.FirstContactDueOn;
        Report(request, referral, Rung.FirstContact, 1);
        Report(request, referral, Rung.FirstContact, 3, LadderSide.Structure);
        Assert.Equal(A.Today.AddDays(1), referral.FirstContactOn);

        TakeBack(request, referral, request.LadderReports.Single(report => report.Side == LadderSide.Actor), partner);
        Assert.Equal((A.Today.AddDays(3), SituationKind.Support), (referral.FirstContactOn, request.Situation.Kind));
        TakeBack(request, referral, request.LadderReports.Single(), Author.Structure);

        Assert.Equal((null, due, SituationKind.FirstContact, due), (referral.FirstContactOn, referral.FirstContactDueOn, request.Situation.Kind, request.NextDueOn));
    }

    [Fact]
    public void First_contact_told_before_the_acceptance_and_taken_back_leaves_a_day_for_it()
    {
        var request = A.Request().Build().InTriage();
        var referral = request.Sending(A.SupportOffer().Build());
        Report(request, referral, Rung.FirstContact, 0, LadderSide.Structure);
        request.AcceptReferral(referral.Id, partner, A.Now.AddDays(6), A.DayOf(A.Today.AddDays(6)));
        Assert.Null(referral.FirstContactDueOn);

        TakeBack(request, referral, request.LadderReports.Single(), Author.Structure);

        Assert.NotNull(referral.FirstContactDueOn);
        Assert.Equal(referral.FirstContactDueOn, request.NextDueOn);
    }

    [Fact]
    public void Nobody_called_back_holds_again_unless_staff_settled_it()
    {
        var (request, referral) = Accepted();
        var day = A.DayOf(A.Today.AddDays(6));
        request.ReportNotCalledBack(null, Author.Structure, A.Now.AddDays(1), day);
        Report(request, referral, Rung.FirstContact, 2, LadderSide.Structure);
        Assert.Null(request.Task);

        TakeBack(request, referral, request.LadderReports.Single(), Author.Structure);
        Assert.Equal(StaffTask.NotCalledBack, request.Task);

        request.SettleTask(null, A.Staff(), A.Now.AddDays(7), day);
        Report(request, referral, Rung.FirstContact, 2, LadderSide.Structure);
        TakeBack(request, referral, request.LadderReports.Single(), Author.Structure);
        Assert.Null(request.Task);
    }

    [Fact]
    public void A_side_takes_back_its_own_rungs_and_staff_those_that_staff_noted()
    {
        var (request, referral) = Accepted();
        var staff = A.Staff();
        Report(request, referral, Rung.Reached, 1);
        Report(request, referral, Rung.FirstContact, 1, LadderSide.Structure);
        request.ReportRung(referral.Id, new RungSeen(Rung.UnderWay, LadderSide.Actor, A.Today.AddDays(2)), staff, A.Now.AddDays(6).AddMinutes(30), A.DayOf(A.Today.AddDays(6)));

        Assert.Equal([Rung.UnderWay, Rung.Reached], request.RungsToTakeBack(referral, partner).Select(report => report.Rung));
        Assert.Equal([Rung.FirstContact], request.RungsToTakeBack(referral, Author.Structure).Select(report => report.Rung));
        Assert.Equal([Rung.UnderWay], request.RungsToTakeBack(referral, A.Staff()).Select(report => report.Rung));
        var foreign = request.LadderReports.Single(report => report.Rung == Rung.Reached);
        Assert.Equal(RuleCode.NotAllowedForRole, Broken(() => TakeBack(request, referral, foreign, Author.Structure)));
        Assert.Equal(RuleCode.NotAllowedForRole, Broken(() => TakeBack(request, referral, foreign, staff)));
    }

    [Fact]
    public void Rung_that_came_with_an_end_goes_with_the_end_while_that_may_be_taken_back()
    {
        var (request, referral) = Accepted();
        var (at, day) = (A.Now.AddDays(6), A.DayOf(A.Today.AddDays(6)));
        request.CompleteReferral(referral.Id, ReferralOutcomes.AideApportee, null, partner, at, day);
        request.ReportRung(referral.Id, new RungSeen(Rung.DealtWith, LadderSide.Actor, day.Date), partner, at, day);
        Assert.Empty(request.RungsToTakeBack(referral, partner));

        request.SettleAnswers(at.AddMinutes(Referral.UndoMinutes));

        Assert.Single(request.RungsToTakeBack(referral, partner));
    }

    [Theory]
    [InlineData(Rung.Reached)]
    [InlineData(Rung.Unreachable)]
    [InlineData(Rung.FirstContact)]
    [InlineData(Rung.UnderWay)]
    [InlineData(Rung.DealtWithInPart)]
    [InlineData(Rung.DealtWith)]
    [InlineData(Rung.NotDealtWith)]
    public void Every_rung_of_the_actor_is_news_and_ends_the_call_for_them(Rung rung)
    {
        var (request, referral) = Accepted();
        var late = A.DayOf(A.Today.AddDays(60));
        request.RaiseTask(StaffTask.CallAcceptingActor, referral.Id, Author.Job, A.Now.AddDays(60), late);

        request.ReportRung(referral.Id, new RungSeen(rung, LadderSide.Actor, A.Today.AddDays(50), rung == Rung.NotDealtWith ? UnmetReasons.Capacite : null), partner, A.Now.AddDays(60), late);

        Assert.Equal((late.Date, (StaffTask?)null), (referral.LastNewsOn, request.Task));
        Assert.True(request.Situation.DueOn > late.Date);
        Assert.DoesNotContain(request.StepsToCome(late), step => step.DueOn <= late.Date && step.ReferralId == referral.Id && step.Row.Lane == ClockLane.Actor);
    }

    private static RuleCode Broken(Action act) => Assert.Throws<DomainRuleException>(act).Code;

    private static (OrientationRequest Request, Referral Referral) Accepted()
    {
        var request = A.Request().Build().InTriage();
        var referral = request.AcceptedBy(A.SupportOffer().Build());
        request.SettleAnswers(A.Now.AddDays(1));
        return (request, referral);
    }

    private static void TakeBack(OrientationRequest request, Referral referral, LadderReport report, Author by) =>
        request.TakeRungBack(referral.Id, report.Id, by, A.Now.AddDays(6).AddHours(1), A.DayOf(A.Today.AddDays(6)));

    // Each later than the one before; told six days after the sending, of a day before.
    private int told;

    private bool Report(OrientationRequest request, Referral referral, Rung rung, int day, LadderSide side = LadderSide.Actor) => request.ReportRung(
        referral.Id,
        new RungSeen(rung, side, A.Today.AddDays(day), rung == Rung.NotDealtWith ? UnmetReasons.Capacite : null),
        side == LadderSide.Structure ? Author.Structure : partner,
        A.Now.AddDays(6).AddMinutes(++told),
        A.DayOf(A.Today.AddDays(6)));
}
