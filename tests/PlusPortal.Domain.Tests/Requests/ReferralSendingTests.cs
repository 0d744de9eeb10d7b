using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Deadlines;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Tests.Requests;

public sealed class ReferralSendingTests
{
    private static readonly Author Staff = A.Staff();
    private static readonly DateTimeOffset Later = A.Now.AddHours(1);

    [Fact]
    public void Structure_that_lets_PLUS_choose_has_agreed_already()
    {
        var request = A.Request().Build();

        var referral = request.Proposing(A.SupportOffer().Build());

        Assert.Equal((ReferralStatus.Proposed, request.ConsentedAt), (referral.Status, referral.ConsentGivenAt));
        Assert.Equal((RequestStatus.InTriage, EventKind.ReferralProposed, referral.Id), (request.Status, request.Timeline[^1].Kind, request.Timeline[^1].ReferralId!.Value));
        Assert.Equal(0, request.AskConsent(Staff, Later, A.Day));
    }

    [Fact]
    public void Choice_against_the_ranking_needs_a_reason_which_is_kept()
    {
        var request = A.Request().Build().InTriage();
        var choice = Choice(A.SupportOffer().Build(), rank: null);
        Rule.Refuses(RuleCode.ReasonRequired, request, () => request.Propose(choice, " ", Staff, Later, A.Day));

        var referral = request.Propose(choice, "Plus proche de son activité.", Staff, Later, A.Day);

        var note = request.Notes[^1];
        Assert.Equal((NoteKind.Reason, "Plus proche de son activité.", referral.Id), (note.Kind, note.Text, note.ReferralId!.Value));
    }

    [Fact]
    public void Actor_is_chosen_once_in_a_round_unless_it_was_taken_back()
    {
        var request = A.Request().Build();
        var offer = A.SupportOffer().Build();
        var referral = request.Proposing(offer);
        Rule.Refuses(RuleCode.AlreadyReferred, request, () => request.Proposing(offer));

        request.CancelReferral(referral.Id, Staff, Later, A.Day);

        Assert.NotEqual(referral.Id, request.Proposing(offer).Id);
    }

    [Fact]
    public void Only_staff_or_the_portal_choose_and_only_in_triage_or_later()
    {
        var choice = Choice(A.SupportOffer().Build());
        var submitted = A.Request().Build();
        Rule.Refuses(RuleCode.IllegalRequestTransition, submitted, () => submitted.Propose(choice, null, Staff, Later, A.Day));

        var request = A.Request().Build().InTriage();
        Rule.Refuses(RuleCode.NotAllowedForRole, request, () => request.Propose(choice, null, Author.Structure, Later, A.Day));
        Rule.Refuses(RuleCode.NotAllowedForRole, request, () => request.Propose(choice, null, A.Partner(), Later, A.Day));

        request.AskStructure("Combien ?", Staff, Later, A.Day);
        Rule.Refuses(RuleCode.IllegalRequestTransition, request, () => request.Propose(choice, null, Staff, Later, A.Day));
    }

    [Fact]
    public void Structure_that_wants_to_be_asked_is_asked_then_PLUS_sends()
    {
        var request = A.Request().AskingFirst().Build();
        var offer = A.SupportOffer().Build();
        var referral = request.Proposing(offer);
        Assert.Null(referral.ConsentGivenAt);
        Assert.Equal(RequestStatus.InTriage, request.Status);

        Assert.Equal(1, request.AskConsent(Staff, Later, A.Day));
        Assert.Equal((RequestStatus.AwaitingConsent, WaitsFor.Structure, new DateOnly(2026, 3, 12)), (request.Status, request.WaitsFor, request.NextDueOn));
        Assert.Equal((EventKind.ConsentAsked, RequestStatus.AwaitingConsent), (request.Timeline[^1].Kind, request.Timeline[^1].StatusAfter));
        Assert.Equal(0, request.AskConsent(Staff, Later, A.Day));
        Rule.Refuses(RuleCode.ConsentMissing, request, () => Send(request, referral, offer));

        request.GiveConsent(referral.Id, Author.Structure, Later, A.Day);
        Assert.Equal((Later, RequestStatus.AwaitingConsent, WaitsFor.Plus, A.Day), (referral.ConsentGivenAt!.Value, request.Status, request.WaitsFor, request.NextDueOn!.Value));
        Assert.Equal((EventKind.ConsentGiven, AuthorKind.Structure, Channel.TrackingPage), (request.Timeline[^1].Kind, request.Timeline[^1].AuthorKind, request.Timeline[^1].Channel));

        Send(request, referral, offer);
        Assert.Equal((ReferralStatus.Sent, RequestStatus.Oriented), (referral.Status, request.Status));
    }

    [Fact]
    public void Agreement_is_recorded_once_and_not_by_a_partner()
    {
        var request = A.Request().AskingFirst().Build();
        var referral = request.Proposing(A.SupportOffer().Build());
        Rule.Refuses(RuleCode.NotAllowedForRole, request, () => request.GiveConsent(referral.Id, A.Partner(), Later, A.Day));
        Rule.Refuses(RuleCode.ReferralNotFound, request, () => request.GiveConsent(Guid.Empty, Staff, Later, A.Day));
        Rule.Refuses(RuleCode.ReferralNotFound, request, () => request.GiveConsent(referral.Id, Author.Structure, Later, A.Day));
        request.AskConsent(Staff, Later, A.Day);

        request.GiveConsent(referral.Id, new Author(AuthorKind.Staff, Staff.UserId, Channel.Telephone), Later, A.Day);
        request.GiveConsent(referral.Id, Author.Structure, Later, A.Day);

        Assert.Equal(Channel.Telephone, Assert.Single(request.Timeline, entry => entry.Kind == EventKind.ConsentGiven).Channel);
    }

    [Fact]
    public void Structure_refuses_a_recipient()
    {
        var request = A.Request().AskingFirst().Build();
        var referral = request.Proposing(A.SupportOffer().Build());
        request.AskConsent(Staff, Later, A.Day);

        request.CancelReferral(referral.Id, Author.Structure, Later, A.Day);

        Assert.Equal((ReferralStatus.Cancelled, RequestStatus.InTriage, WaitsFor.Plus), (referral.Status, request.Status, request.WaitsFor));
        Rule.Refuses(RuleCode.IllegalReferralTransition, request, () => request.GiveConsent(referral.Id, Author.Structure, Later, A.Day));
    }

    [Fact]
    public void Sending_computes_the_due_dates_in_working_days()
    {
        var request = A.Request().Build();

        var referral = request.Sending(A.SupportOffer().Build());

        Assert.Equal((new DateOnly(2026, 3, 9), new DateOnly(2026, 3, 16), new DateOnly(2026, 3, 23)), (referral.ReminderDueOn, referral.CallDueOn, referral.ExpiresOn));
        Assert.Equal((RequestStatus.Oriented, WaitsFor.SupportActor, referral.ExpiresOn), (request.Status, request.WaitsFor, request.NextDueOn));
        Assert.Equal((EventKind.ReferralSent, RequestStatus.Oriented, A.Now), (request.Timeline[^1].Kind, request.Timeline[^1].StatusAfter, referral.SentAt!.Value));
        Assert.True(referral.IsVisibleToPartner);
        Assert.False(referral.RevealsContact);
    }

    [Fact]
    public void Urgent_request_has_short_delays_and_Moselle_its_own_holidays()
    {
        // Thursday 2 April 2026; Good Friday the 3rd in Moselle, Easter Monday the 6th everywhere.
        var (now, thursday) = (new DateTimeOffset(2026, 4, 2, 8, 0, 0, TimeSpan.Zero), new DateOnly(2026, 4, 2));
        Assert.Equal((new DateOnly(2026, 4, 3), new DateOnly(2026, 4, 7)), UrgentDates(null));
        Assert.Equal((new DateOnly(2026, 4, 7), new DateOnly(2026, 4, 8)), UrgentDates("57"));

        (DateOnly?, DateOnly?) UrgentDates(string? office)
        {
            var request = A.Request().Urgent().Build();
            var offer = A.SupportOffer().Build();
            var referral = request.Proposing(offer);
            request.SendReferral(referral.Id, offer, isByHand: false, Staff, now, A.DayOf(thursday), new ActorCalendar(office, []));
            return (referral.ReminderDueOn, referral.ExpiresOn);
        }
    }

    [Fact]
    public void Nothing_is_sent_before_the_address_is_proven()
    {
        var request = A.Request().Build();
        request.TakeInCharge(Staff, A.Now, A.Day);
        var offer = A.SupportOffer().Build();
        var referral = request.Propose(Choice(offer), null, Staff, A.Now, A.Day);

        Rule.Refuses(RuleCode.AddressNotProven, request, () => Send(request, referral, offer));
    }

    [Fact]
    public void Another_offer_unknown_referral_or_wrong_author_sends_nothing()
    {
        var request = A.Request().Build();
        var offer = A.SupportOffer().Build();
        var referral = request.Proposing(offer);

        Rule.Refuses(RuleCode.OfferNotOpen, request, () => Send(request, referral, A.SupportOffer().Build()));
        Rule.Refuses(RuleCode.ReferralNotFound, request, () => request.SendReferral(Guid.Empty, offer, isByHand: false, Staff, Later, A.Day));
        Rule.Refuses(RuleCode.NotAllowedForRole, request, () => request.SendReferral(referral.Id, offer, isByHand: false, A.Partner(), Later, A.Day));
        Send(request, referral, offer);
        Rule.Refuses(RuleCode.IllegalReferralTransition, request, () => Send(request, referral, offer));
    }

    [Fact]
    public void Sending_to_nobody_says_that_nobody_is_chosen_or_that_the_request_is_closed()
    {
        var request = A.Request().Build().InTriage();
        var nobody = request.RefusalForEach(Acts.SendReferral, Staff);
        request.Proposing(A.SupportOffer().Build());
        var somebody = request.RefusalForEach(Acts.SendReferral, Staff);
        request.Close(ClosingReasons.AucunActeur, null, null, Staff, Later, A.Day);

        Assert.Equal((RuleCode.NobodyChosen, null, RuleCode.RequestClosed), (nobody, somebody, request.RefusalForEach(Acts.SendReferral, Staff)));
    }

    /// <summary>What may have happened to an offer since the matcher proposed it, and whether it may still be sent a request that the matcher, or staff, chose it for.</summary>
    public static TheoryData<string, Action<SupportOffer>, bool, bool> Offers { get; } = new()
    {
        { "nothing", _ => { }, true, true },
        { "suspended", offer => offer.MoveTo(OfferState.Suspended, A.Now), false, false },
        { "archived", offer => offer.MoveTo(OfferState.Archived, A.Now), false, false },
        { "actor out of the directory", offer => offer.Actor!.SetActive(false, A.Now), false, false },
        { "call closed yesterday", offer => offer.Edit(offer.Content with { ClosesOn = A.Today.AddDays(-1) }, A.Now), false, false },
        { "call closes today", offer => offer.Edit(offer.Content with { ClosesOn = A.Today }, A.Now), true, true },
        { "call opens tomorrow", offer => offer.Edit(offer.Content with { OpensOn = A.Today.AddDays(1) }, A.Now), false, false },
        { "full until today", offer => offer.SetCapacity(CapacityStatuses.Complet, A.Day, A.Now), false, true },
        { "full until yesterday", offer => offer.SetCapacity(CapacityStatuses.Complet, A.Today.AddDays(-1), A.Now), true, true },
    };

    [Theory]
    [MemberData(nameof(Offers), DisableDiscoveryEnumeration = true)]
    public void Offer_must_be_open_on_that_day(string since, Action<SupportOffer> happens, bool whenProposed, bool whenChosenByHand)
    {
        foreach (var (rank, mayReceive) in new[] { ((int?)1, whenProposed), (null, whenChosenByHand) })
        {
            var request = A.Request().Build().InTriage();
            var offer = A.SupportOffer().Build();
            var referral = request.Propose(Choice(offer, rank), "Plus proche.", Staff, A.Now, A.Day);
            happens(offer);

            if (mayReceive) Send(request, referral, offer);
            else Rule.Refuses(RuleCode.OfferNotOpen, request, () => Send(request, referral, offer));

            Assert.True(mayReceive == (referral.Status == ReferralStatus.Sent), since);
        }
    }

    [Fact]
    public void Three_actors_at_most_are_asked_at_the_same_time()
    {
        var request = A.Request().Build();
        var first = request.Sending(A.SupportOffer().Build());
        request.Sending(A.SupportOffer().Build());
        request.Sending(A.SupportOffer().Build());
        var offer = A.SupportOffer().Build();
        var fourth = request.Proposing(offer, ProposalRole.Alternate);
        Rule.Refuses(RuleCode.TooManyOpenReferrals, request, () => Send(request, fourth, offer));

        request.AcceptReferral(first.Id, A.Partner(), Later, A.Day);
        Send(request, fourth, offer);

        Assert.Equal(ReferralStatus.Sent, fourth.Status);
    }

    [Fact]
    public void Referrals_do_not_move_while_a_question_waits_for_the_structure()
    {
        var request = A.Request().AskingFirst().Build();
        var offer = A.SupportOffer().Build();
        var referral = request.Proposing(offer);
        request.GiveConsent(referral.Id, Staff, Later, A.Day);
        request.AskStructure("Combien ?", Staff, Later, A.Day);

        Rule.Refuses(RuleCode.IllegalRequestTransition, request, () => Send(request, referral, offer));
        Rule.Refuses(RuleCode.IllegalRequestTransition, request, () => request.AskConsent(Staff, Later, A.Day));
    }

    private static void Send(OrientationRequest request, Referral referral, SupportOffer offer) =>
        request.SendReferral(referral.Id, offer, isByHand: false, Staff, Later, A.Day);

    private static ReferralChoice Choice(SupportOffer offer, int? rank = 1) => new(offer.ActorId, offer.Id, offer.Revision, ProposalRole.Lead, rank);
}
