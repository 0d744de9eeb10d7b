using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Deadlines;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Tests.Requests;

/// <summary>The status follows the referrals of the current round.</summary>
public sealed class DerivedStatusTests
{
    private static readonly Author Staff = A.Staff();
    private static readonly Author Partner = A.Partner();
    private static readonly Decline NoCapacity = new(DeclineReasons.Capacite, null, null);

    [Fact]
    public void One_of_two_accepted_handing_back_leaves_the_request_in_progress()
    {
        var request = A.Request().Build();
        var first = request.AcceptedBy(A.SupportOffer().Build());
        request.AcceptedBy(A.SupportOffer().Build());

        request.HandBackReferral(first.Id, NoCapacity, Partner, A.Now, A.Day);

        Assert.Equal(RequestStatus.InProgress, request.Status);
    }

    [Fact]
    public void Two_accepted_close_the_request_when_the_last_one_ends()
    {
        var request = A.Request().Build();
        var first = request.AcceptedBy(A.SupportOffer().Build());
        var second = request.AcceptedBy(A.SupportOffer().Build());

        request.Helped(first, ReferralOutcomes.InformationDonnee);
        Assert.Equal(RequestStatus.InProgress, request.Status);

        request.Helped(second, ReferralOutcomes.AideApportee);
        Assert.Equal((RequestStatus.Closed, ClosingReasons.AideApportee), (request.Status, request.ClosingReason));
    }

    [Fact]
    public void Hand_back_returns_to_oriented_while_another_actor_is_asked()
    {
        var request = A.Request().Build();
        var accepted = request.AcceptedBy(A.SupportOffer().Build());
        request.Sending(A.SupportOffer().Build());
        Assert.Equal(RequestStatus.InProgress, request.Status);

        request.HandBackReferral(accepted.Id, NoCapacity, Partner, A.Now, A.Day);

        Assert.Equal(RequestStatus.Oriented, request.Status);
        Assert.Equal(RequestStatus.Oriented, request.Timeline[^1].StatusAfter);
    }

    [Fact]
    public void Accepted_weighs_more_than_sent_which_weighs_more_than_consent_asked()
    {
        var request = A.Request().AskingFirst().Build();
        var asked = request.Proposing(A.SupportOffer().Build(), ProposalRole.Alternate);
        request.AskConsent(Staff, A.Now, A.Day);
        Assert.Equal(RequestStatus.AwaitingConsent, request.Status);

        var sent = request.Sending(A.SupportOffer().Build());
        Assert.Equal(RequestStatus.Oriented, request.Status);

        request.AcceptReferral(sent.Id, Partner, A.Now, A.Day);
        Assert.Equal(RequestStatus.InProgress, request.Status);

        request.HandBackReferral(sent.Id, NoCapacity, Partner, A.Now, A.Day);
        Assert.Equal((RequestStatus.AwaitingConsent, WaitsFor.Structure), (request.Status, request.WaitsFor));

        request.CancelReferral(asked.Id, Staff, A.Now, A.Day);
        Assert.Equal(RequestStatus.InTriage, request.Status);
    }

    [Fact]
    public void Alternate_that_was_agreed_waits_for_PLUS_once_the_lead_declines()
    {
        var request = A.Request().AskingFirst().Build();
        var offer = A.SupportOffer().Build();
        var lead = request.Proposing(offer);
        var alternate = request.Proposing(A.SupportOffer().Build(), ProposalRole.Alternate);
        request.AskConsent(Staff, A.Now, A.Day);
        request.GiveConsent(lead.Id, Author.Structure, A.Now, A.Day);
        request.GiveConsent(alternate.Id, Author.Structure, A.Now, A.Day);
        request.SendReferral(lead.Id, offer, isByHand: false, Staff, A.Now, A.Day);

        request.DeclineReferral(lead.Id, NoCapacity, Partner, A.Now, A.Day);

        Assert.Equal((RequestStatus.AwaitingConsent, WaitsFor.Plus, A.Day), (request.Status, request.WaitsFor, request.NextDueOn!.Value));
    }

    [Fact]
    public void Success_closes_and_takes_remaining_proposals_back()
    {
        var request = A.Request().Build();
        var alternate = request.Proposing(A.SupportOffer().Build(), ProposalRole.Alternate);
        var lead = request.AcceptedBy(A.SupportOffer().Build());

        request.Helped(lead, ReferralOutcomes.AccompagnementEngage);

        Assert.Equal((RequestStatus.Closed, ClosingReasons.AccompagnementEngage, A.Now), (request.Status, request.ClosingReason, request.ClosedAt!.Value));
        Assert.Equal(ReferralStatus.Cancelled, alternate.Status);
        Assert.Equal((EventKind.Closed, ClosingReasons.AccompagnementEngage, RequestStatus.Closed), (request.Timeline[^1].Kind, request.Timeline[^1].ReasonCode, request.Timeline[^1].StatusAfter));
        Assert.Equal((WaitsFor.Nobody, null), (request.WaitsFor, request.NextDueOn));
    }

    [Theory]
    [InlineData(ReferralOutcomes.AccompagnementEngage, ClosingReasons.AccompagnementEngage)]
    [InlineData(ReferralOutcomes.AideApportee, ClosingReasons.AideApportee)]
    [InlineData(ReferralOutcomes.InformationDonnee, ClosingReasons.InformationSuffisante)]
    [InlineData(ReferralOutcomes.EchangeSansSolution, null)]
    [InlineData(ReferralOutcomes.Injoignable, null)]
    public void Only_a_successful_outcome_closes_the_request(string outcome, string? closingReason)
    {
        var request = A.Request().Build();
        var referral = request.AcceptedBy(A.SupportOffer().Build());

        request.Helped(referral, outcome);

        Assert.Equal(closingReason is null ? RequestStatus.InTriage : RequestStatus.Closed, request.Status);
        Assert.Equal(closingReason, request.ClosingReason);
    }

    [Fact]
    public void Success_waits_for_the_answer_of_the_others()
    {
        var request = A.Request().Build();
        var accepted = request.AcceptedBy(A.SupportOffer().Build());
        var sent = request.Sending(A.SupportOffer().Build());

        request.Helped(accepted, ReferralOutcomes.AideApportee);
        Assert.Equal(RequestStatus.Oriented, request.Status);

        request.DeclineReferral(sent.Id, NoCapacity, Partner, A.Now, A.Day);
        Assert.Equal((RequestStatus.Closed, ClosingReasons.AideApportee), (request.Status, request.ClosingReason));
    }

    [Fact]
    public void Reopened_request_does_not_close_itself_on_its_old_success()
    {
        var request = A.Request().Build();
        var helped = request.AcceptedBy(A.SupportOffer().Build());
        request.Helped(helped, ReferralOutcomes.AideApportee);
        request.Reopen("Un autre besoin.", Staff, A.Now, A.Day);

        var declined = request.Sending(A.SupportOffer().Build());
        request.DeclineReferral(declined.Id, NoCapacity, Partner, A.Now, A.Day);

        Assert.Equal((RequestStatus.InTriage, 2), (request.Status, request.Round));
    }

    [Fact]
    public void Actor_of_an_earlier_round_may_be_asked_again()
    {
        var offer = A.SupportOffer().Build();
        var request = A.Request().Build();
        var first = request.Sending(offer);
        request.DeclineReferral(first.Id, NoCapacity, Partner, A.Now, A.Day);
        request.Close(ClosingReasons.AucunActeur, null, null, Staff, A.Now, A.Day);
        request.Reopen("Une place s'est libérée.", Staff, A.Now, A.Day);

        var second = request.Sending(offer);

        Assert.Equal((1, 2), (first.Round, second.Round));
    }

    [Fact]
    public void Each_step_of_an_open_request_has_a_next_due_date()
    {
        var request = A.Request().AskingFirst().Build();
        AssertDue(request, WaitsFor.Plus);
        request.InTriage();
        AssertDue(request, WaitsFor.Plus);
        request.AskStructure("Combien ?", Staff, A.Now, A.Day);
        AssertDue(request, WaitsFor.Structure);
        request.AnswerQuestion("Deux.", Author.Structure, A.Now, A.Day);
        AssertDue(request, WaitsFor.Plus);
        var offer = A.SupportOffer().Build();
        var referral = request.Proposing(offer);
        AssertDue(request, WaitsFor.Plus);
        request.AskConsent(Staff, A.Now, A.Day);
        AssertDue(request, WaitsFor.Structure);
        request.GiveConsent(referral.Id, Author.Structure, A.Now, A.Day);
        AssertDue(request, WaitsFor.Plus);
        request.SendReferral(referral.Id, offer, isByHand: false, Staff, A.Now, A.Day);
        AssertDue(request, WaitsFor.SupportActor);
        request.RequestInformation(referral.Id, "Combien ?", Partner, A.Now, A.Day);
        AssertDue(request, WaitsFor.Structure);
        request.GiveInformation(referral.Id, "Deux.", Author.Structure, A.Now, A.Day);
        AssertDue(request, WaitsFor.SupportActor);
        request.AcceptReferral(referral.Id, Partner, A.Now, A.Day);
        AssertDue(request, WaitsFor.SupportActor);
        request.HandBackReferral(referral.Id, NoCapacity, Partner, A.Now, A.Day);
        AssertDue(request, WaitsFor.Plus);
        request.Close(ClosingReasons.AucunActeur, null, null, Staff, A.Now, A.Day);
        Assert.Equal((WaitsFor.Nobody, null), (request.WaitsFor, request.NextDueOn));
        request.Reopen("Du nouveau.", Staff, A.Now, A.Day);
        AssertDue(request, WaitsFor.Plus);
    }

    private static void AssertDue(OrientationRequest request, WaitsFor waitsFor)
    {
        Assert.Equal(waitsFor, request.WaitsFor);
        Assert.NotNull(request.NextDueOn);
        Assert.InRange(request.NextDueOn.Value, A.Day, A.Today.AddDays(60));
        Assert.True(WorkingDayCalendar.IsWorkingDay(request.NextDueOn.Value, departement: null));
    }
}
