using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Ladder;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Requests.Satisfaction;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing.Builders;

namespace PlusPortal.Domain.Tests.Requests.Ladder;

/// <summary>Who saw which rung, when two sides disagree, and what the structure says at the end.</summary>
public sealed class LadderRulesTests
{
    [Theory]
    [InlineData(Rung.DealtWith, Rung.NotDealtWith, true)]
    [InlineData(Rung.NotDealtWith, Rung.DealtWithInPart, true)]
    [InlineData(Rung.DealtWith, Rung.DealtWithInPart, false)]
    [InlineData(Rung.NotDealtWith, Rung.NotDealtWith, false)]
    public void Outcome_is_disputed_when_one_side_alone_says_that_the_need_is_dealt_with(Rung actor, Rung structure, bool disputed)
    {
        var (request, referral) = Accepted();
        Report(request, referral, actor, LadderSide.Actor);
        Report(request, referral, structure, LadderSide.Structure);

        Assert.Equal(disputed, request.LadderReports.Disagreements(saidNotCalledBack: null).Contains(Disagreement.Outcome));
    }

    [Fact]
    public void Contact_is_disputed_until_the_structure_says_that_it_was_called()
    {
        var (request, referral) = Accepted();
        Report(request, referral, Rung.FirstContact, LadderSide.Actor);
        var said = A.Now.AddHours(1);
        Assert.Equal([Disagreement.Contact], request.LadderReports.Disagreements(said));

        request.ReportRung(referral.Id, new RungSeen(Rung.FirstContact, LadderSide.Structure, A.Day.Date), Author.Structure, said.AddHours(1), A.Day);

        Assert.Empty(request.LadderReports.Disagreements(said));
    }

    [Fact]
    public void Rung_before_the_sending_or_to_come_or_of_the_other_side_is_refused()
    {
        var (request, referral) = Accepted();

        Assert.Equal(RuleCode.UnusableDate, Broken(() => request.ReportRung(referral.Id, new RungSeen(Rung.FirstContact, LadderSide.Structure, A.Day.Date.AddDays(1)), Author.Structure, A.Now, A.Day)));
        Assert.Equal(RuleCode.UnusableDate, Broken(() => request.ReportRung(referral.Id, new RungSeen(Rung.FirstContact, LadderSide.Structure, A.Day.Date.AddDays(-1)), Author.Structure, A.Now, A.Day)));
        Assert.Equal(RuleCode.NotAllowedForRole, Broken(() => request.ReportRung(referral.Id, new RungSeen(Rung.FirstContact, LadderSide.Actor, A.Day.Date), Author.Structure, A.Now, A.Day)));
        Assert.Equal(RuleCode.UnknownCode, Broken(() => request.ReportRung(referral.Id, new RungSeen(Rung.NotDealtWith, LadderSide.Structure, A.Day.Date), Author.Structure, A.Now, A.Day)));
        Assert.Empty(request.LadderReports);
    }

    [Fact]
    public void Answer_taken_back_takes_its_rung_back()
    {
        var (request, referral) = Accepted();
        var by = A.Partner();
        Report(request, referral, Rung.FirstContact, LadderSide.Actor);
        request.CompleteReferral(referral.Id, ReferralOutcomes.AideApportee, null, by, A.Now.AddMinutes(30), A.Day);
        request.ReportRung(referral.Id, new RungSeen(Rung.DealtWith, LadderSide.Actor, A.Day.Date), by, A.Now.AddMinutes(30), A.Day);

        request.UndoAnswer(referral.Id, by, A.Now.AddMinutes(35), A.Day);

        Assert.Equal([Rung.FirstContact], request.LadderReports.Select(report => report.Rung));
    }

    [Theory]
    [InlineData(ClosingReasons.AbandonStructure, true)]
    [InlineData(ClosingReasons.AucunActeur, true)]
    [InlineData(ClosingReasons.HorsTerritoire, true)]
    [InlineData(ClosingReasons.Indesirable, false)]
    [InlineData(ClosingReasons.EffacementDemande, false)]
    public void Every_end_but_the_unwanted_and_the_erased_is_asked_what_came_of_it(string reason, bool asked)
    {
        var request = Closed(reason);

        Assert.Equal(asked ? (SatisfactionMoment?)SatisfactionMoment.AtEnd : null, SatisfactionAnswer.MomentOf(request, A.Day.Date));
        Assert.Equal(asked ? (SatisfactionMoment?)SatisfactionMoment.Later : null, SatisfactionAnswer.MomentOf(request, A.Day.Date.AddMonths(OrientationRequest.LaterSatisfactionMonths)));
        if (!asked) Assert.Equal(RuleCode.IllegalRequestTransition, Broken(() => SatisfactionAnswer.Of(request, Said("Un mot"), A.Now, A.Day.Date)));
    }

    [Fact]
    public void Comment_waits_for_staff_and_goes_with_the_request()
    {
        var answer = SatisfactionAnswer.Of(Closed(ClosingReasons.AbandonStructure), Said("  Un mot  "), A.Now, A.Day.Date);
        Assert.Equal(("Un mot", CommentState.ToRead), (answer.Comment, answer.CommentState));

        answer.Read(releases: true, A.Now);
        Assert.Equal(CommentState.Released, answer.CommentState);
        answer.Anonymise();

        Assert.Equal((null, CommentState.None, HelpResult.Nothing), (answer.Comment, answer.CommentState, answer.Result));
        Assert.Equal(RuleCode.AlreadyDone, Broken(() => answer.Read(releases: true, A.Now)));
    }

    [Fact]
    public void Nothing_is_asked_of_an_open_request() => Assert.Null(SatisfactionAnswer.MomentOf(A.Request().Build().InTriage(), A.Day.Date));

    private static SatisfactionSaid Said(string? comment) => new(WasCalledBack: false, Usefulness.No, HelpResult.Nothing, comment);

    private static RuleCode Broken(Action act) => Assert.Throws<DomainRuleException>(act).Code;

    private static OrientationRequest Closed(string reason)
    {
        var request = A.Request().Build().InTriage();
        request.Close(reason, null, keptRequest: null, A.Staff(), A.Now, A.Day);
        return request;
    }

    private static (OrientationRequest Request, Referral Referral) Accepted()
    {
        var request = A.Request().Build().InTriage();
        return (request, request.AcceptedBy(A.SupportOffer().Build()));
    }

    private static void Report(OrientationRequest request, Referral referral, Rung rung, LadderSide side) => request.ReportRung(
        referral.Id, new RungSeen(rung, side, A.Day.Date, rung == Rung.NotDealtWith ? UnmetReasons.Capacite : null), side == LadderSide.Structure ? Author.Structure : A.Partner(), A.Now, A.Day);
}
