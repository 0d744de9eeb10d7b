using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Deadlines;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Tests.Requests;

public sealed class ReferralAnswerTests
{
    private static readonly Author Staff = A.Staff();
    private static readonly Author Partner = A.Partner();
    private static readonly DateTimeOffset Later = A.Now.AddHours(1);
    private static readonly Decline NoCapacity = new(DeclineReasons.Capacite, null, null);

    private readonly SupportOffer offer = A.SupportOffer().Build();

    [Fact]
    public void Acceptance_shows_whom_to_call_and_puts_the_request_in_progress()
    {
        var (request, referral) = Sent();

        request.AcceptReferral(referral.Id, Partner, Later, A.Day);

        Assert.Equal((ReferralStatus.Accepted, Later, RequestStatus.InProgress), (referral.Status, referral.AnsweredAt!.Value, request.Status));
        Assert.True(referral.RevealsContact);
        var last = request.Timeline[^1];
        Assert.Equal((EventKind.ReferralAccepted, AuthorKind.Partner, Partner.UserId, Channel.PartnerPage), (last.Kind, last.AuthorKind, last.AuthorId, last.Channel));
        Assert.Equal((RequestStatus.InProgress, referral.Id, Later), (last.StatusAfter, last.ReferralId!.Value, last.At));
    }

    [Fact]
    public void Second_answer_is_refused_and_changes_nothing()
    {
        var (request, referral) = Sent();
        request.AcceptReferral(referral.Id, Partner, Later, A.Day);

        Rule.Refuses(RuleCode.IllegalReferralTransition, request, () => request.AcceptReferral(referral.Id, Partner, Later, A.Day));
        Rule.Refuses(RuleCode.IllegalReferralTransition, request, () => request.RequestInformation(referral.Id, "Combien ?", Partner, Later, A.Day));
    }

    [Fact]
    public void Structure_and_portal_do_not_answer_for_an_actor()
    {
        var (request, referral) = Sent();

        Rule.Refuses(RuleCode.NotAllowedForRole, request, () => request.AcceptReferral(referral.Id, Author.Structure, Later, A.Day));
        Rule.Refuses(RuleCode.NotAllowedForRole, request, () => request.DeclineReferral(referral.Id, NoCapacity, Author.Structure, Later, A.Day));
        Rule.Refuses(RuleCode.NotAllowedForRole, request, () => request.RequestInformation(referral.Id, "Combien ?", Author.Job, Later, A.Day));
    }

    [Fact]
    public void Staff_record_the_answer_of_an_actor_reached_by_hand()
    {
        var request = A.Request().Build();
        var referral = request.Sending(A.SupportOffer().Build(), isByHand: true);

        request.AcceptReferral(referral.Id, new Author(AuthorKind.Staff, Staff.UserId, Channel.Telephone), Later, A.Day);

        Assert.Equal((ReferralStatus.Accepted, AuthorKind.Staff, Channel.Telephone), (referral.Status, request.Timeline[^1].AuthorKind, request.Timeline[^1].Channel));
        Rule.Refuses(RuleCode.NotAllowedForRole, request, () => request.DeclineReferral(referral.Id, NoCapacity, Author.Structure, Later, A.Day));
    }

    [Fact]
    public void Refusal_keeps_its_reason_its_comment_and_the_better_actor()
    {
        var (request, referral) = Sent();
        var better = Guid.CreateVersion7(A.Now);

        request.DeclineReferral(referral.Id, new Decline(DeclineReasons.MeilleurInterlocuteur, "Voyez avec eux.", better), Partner, Later, A.Day);

        Assert.Equal((ReferralStatus.Declined, DeclineReasons.MeilleurInterlocuteur, better, Later), (referral.Status, referral.DeclineReason, referral.BetterActorId!.Value, referral.EndedAt!.Value));
        Assert.Equal((EventKind.ReferralDeclined, DeclineReasons.MeilleurInterlocuteur), (request.Timeline[^1].Kind, request.Timeline[^1].ReasonCode));
        Assert.Equal((NoteKind.DeclineComment, referral.Id), (request.Notes[^1].Kind, request.Notes[^1].ReferralId!.Value));
        Assert.Equal((RequestStatus.InTriage, WaitsFor.Plus, A.Day), (request.Status, request.WaitsFor, request.NextDueOn!.Value));
        Assert.False(referral.IsVisibleToPartner);
    }

    [Fact]
    public void Refusal_needs_a_known_reason_and_words_when_it_is_another()
    {
        var (request, referral) = Sent();

        Rule.Refuses(RuleCode.UnknownCode, request, () => request.DeclineReferral(referral.Id, new Decline("inconnu", null, null), Partner, Later, A.Day));
        Rule.Refuses(RuleCode.ReasonRequired, request, () => request.DeclineReferral(referral.Id, new Decline(DeclineReasons.Autre, " ", null), Partner, Later, A.Day));
        Rule.Refuses(RuleCode.ReferralNotFound, request, () => request.DeclineReferral(Guid.Empty, NoCapacity, Partner, Later, A.Day));
    }

    [Fact]
    public void Accepted_request_is_handed_back()
    {
        var (request, referral) = Sent();
        request.AcceptReferral(referral.Id, Partner, A.Now, A.Day);
        Rule.Refuses(RuleCode.IllegalReferralTransition, request, () => request.DeclineReferral(referral.Id, NoCapacity, Partner, Later, A.Day));

        request.HandBackReferral(referral.Id, NoCapacity, Partner, Later, A.Day);

        Assert.Equal((EventKind.ReferralHandedBack, RequestStatus.InTriage), (request.Timeline[^1].Kind, request.Status));
        Assert.False(referral.RevealsContact);
    }

    [Fact]
    public void Actor_asks_one_question_once()
    {
        var (request, referral) = Sent();
        Rule.Refuses(RuleCode.ReasonRequired, request, () => request.RequestInformation(referral.Id, " ", Partner, Later, A.Day));
        Rule.Refuses(RuleCode.NoOpenQuestion, request, () => request.GiveInformation(referral.Id, "Deux.", Staff, Later, A.Day));

        request.RequestInformation(referral.Id, "Combien de salariés ?", Partner, Later, A.Day);
        Assert.Equal((ReferralStatus.InformationRequested, RequestStatus.Oriented, EventKind.ReferralInformationRequested), (referral.Status, request.Status, request.Timeline[^1].Kind));
        Assert.Equal(NoteKind.QuestionFromPartner, request.Notes[^1].Kind);
        Rule.Refuses(RuleCode.ReasonRequired, request, () => request.GiveInformation(referral.Id, "", Author.Structure, Later, A.Day));
        Rule.Refuses(RuleCode.NotAllowedForRole, request, () => request.GiveInformation(referral.Id, "Deux.", Partner, Later, A.Day));

        request.GiveInformation(referral.Id, "Deux.", Author.Structure, Later, A.Day);
        Assert.Equal((ReferralStatus.Sent, EventKind.ReferralInformationGiven, NoteKind.AnswerToPartner), (referral.Status, request.Timeline[^1].Kind, request.Notes[^1].Kind));
        Rule.Refuses(RuleCode.QuestionAlreadyAsked, request, () => request.RequestInformation(referral.Id, "Et encore ?", Partner, Later, A.Day));
    }

    [Theory]
    [InlineData(0, "2026-03-23")]
    [InlineData(3, "2026-03-26")]
    [InlineData(5, "2026-03-30")]
    [InlineData(12, "2026-03-30")]
    public void Question_stops_the_clock_for_five_working_days_at_most(int workingDaysToAnswer, string expiresOn)
    {
        var (request, referral) = Sent();
        request.RequestInformation(referral.Id, "Combien ?", Partner, Later, A.Day);

        request.GiveInformation(referral.Id, "Deux.", Staff, Later, A.DayOf(WorkingDayCalendar.AddWorkingDays(A.Today, workingDaysToAnswer, "54")));

        Assert.Equal(DateOnly.Parse(expiresOn), referral.ExpiresOn);
    }

    [Fact]
    public void Day_that_had_passed_before_the_question_stays_where_it_was()
    {
        var (request, referral) = Sent();
        var afterReminder = new DateOnly(2026, 3, 10);
        request.RequestInformation(referral.Id, "Combien ?", Partner, Later, A.DayOf(afterReminder));

        request.GiveInformation(referral.Id, "Deux.", Staff, Later, A.DayOf(new DateOnly(2026, 3, 12)));

        Assert.Equal((new DateOnly(2026, 3, 9), new DateOnly(2026, 3, 18), new DateOnly(2026, 3, 25)), (referral.ReminderDueOn, referral.CallDueOn, referral.ExpiresOn));
    }

    [Fact]
    public void Actor_answers_although_its_question_is_open()
    {
        var (accepted, first) = Sent();
        accepted.RequestInformation(first.Id, "Combien ?", Partner, Later, A.Day);
        accepted.AcceptReferral(first.Id, Partner, Later, A.Day);
        Assert.Equal(RequestStatus.InProgress, accepted.Status);

        var (declined, second) = Sent();
        declined.RequestInformation(second.Id, "Combien ?", Partner, Later, A.Day);
        declined.DeclineReferral(second.Id, NoCapacity, Partner, Later, A.Day);
        Assert.Equal(RequestStatus.InTriage, declined.Status);
    }

    [Fact]
    public void Referral_expires_the_day_after_its_last_day_by_a_job_only()
    {
        var (request, referral) = Sent();
        var last = referral.ExpiresOn!.Value;
        Rule.Refuses(RuleCode.IllegalReferralTransition, request, () => request.ExpireReferral(referral.Id, Author.Job, Later, A.DayOf(last)));
        Rule.Refuses(RuleCode.NotAllowedForRole, request, () => request.ExpireReferral(referral.Id, Staff, Later, A.DayOf(last.AddDays(1))));

        request.ExpireReferral(referral.Id, Author.Job, Later, A.DayOf(last.AddDays(1)));

        Assert.Equal((ReferralStatus.Expired, RequestStatus.InTriage, last.AddDays(1)), (referral.Status, request.Status, request.NextDueOn!.Value));
        var event_ = request.Timeline[^1];
        Assert.Equal((EventKind.ReferralExpired, AuthorKind.System, Channel.Job), (event_.Kind, event_.AuthorKind, event_.Channel));
    }

    [Fact]
    public void Late_acceptance_is_welcome_in_the_same_round()
    {
        var (request, referral) = Expired();

        request.AcceptReferral(referral.Id, Partner, Later, A.Day);

        Assert.Equal((ReferralStatus.Accepted, RequestStatus.InProgress), (referral.Status, request.Status));
        Assert.Null(referral.EndedAt);
    }

    [Fact]
    public void Late_refusal_is_welcome_too()
    {
        var (request, referral) = Expired();

        request.DeclineReferral(referral.Id, NoCapacity, Partner, Later, A.Day);

        Assert.Equal((ReferralStatus.Declined, EventKind.ReferralDeclined, RequestStatus.InTriage), (referral.Status, request.Timeline[^1].Kind, request.Status));
    }

    [Fact]
    public void Late_answer_comes_too_late_for_a_closed_request_a_new_round_or_an_open_question()
    {
        var (request, referral) = Expired();
        request.AskStructure("Combien ?", Staff, Later, A.Day);
        Rule.Refuses(RuleCode.IllegalRequestTransition, request, () => request.AcceptReferral(referral.Id, Partner, Later, A.Day));

        request.Close(ClosingReasons.AucunActeur, null, null, Staff, Later, A.Day);
        Rule.Refuses(RuleCode.RequestClosed, request, () => request.AcceptReferral(referral.Id, Partner, Later, A.Day));

        request.Reopen("Du nouveau.", Staff, Later, A.Day);
        Rule.Refuses(RuleCode.IllegalReferralTransition, request, () => request.AcceptReferral(referral.Id, Partner, Later, A.Day));
    }

    [Fact]
    public void Cancelled_referral_takes_no_answer()
    {
        var (request, referral) = Sent();
        request.CancelReferral(referral.Id, Staff, Later, A.Day);

        Rule.Refuses(RuleCode.IllegalReferralTransition, request, () => request.AcceptReferral(referral.Id, Partner, Later, A.Day));
        Rule.Refuses(RuleCode.IllegalReferralTransition, request, () => request.CancelReferral(referral.Id, Staff, Later, A.Day));
    }

    [Fact]
    public void Completion_needs_an_outcome_of_the_vocabulary_and_an_accepted_referral()
    {
        var (request, referral) = Sent();
        Rule.Refuses(RuleCode.IllegalReferralTransition, request, () => request.CompleteReferral(referral.Id, ReferralOutcomes.AideApportee, null, Partner, Later, A.Day));
        request.AcceptReferral(referral.Id, Partner, Later, A.Day);
        Rule.Refuses(RuleCode.UnknownCode, request, () => request.CompleteReferral(referral.Id, "inconnu", null, Partner, Later, A.Day));
        Rule.Refuses(RuleCode.NotAllowedForRole, request, () => request.CompleteReferral(referral.Id, ReferralOutcomes.AideApportee, null, Author.Structure, Later, A.Day));

        request.CompleteReferral(referral.Id, ReferralOutcomes.Injoignable, "Trois appels.", Partner, Later, A.Day);

        Assert.Equal((ReferralStatus.Completed, ReferralOutcomes.Injoignable), (referral.Status, referral.ReferralOutcome));
        var completed = Assert.Single(request.Timeline, entry => entry.Kind == EventKind.ReferralCompleted);
        Assert.Equal((ReferralOutcomes.Injoignable, NoteKind.OutcomeComment), (completed.ReasonCode, request.Notes[^1].Kind));
    }

    [Fact]
    public void Staff_correct_a_mistaken_refusal_with_fresh_due_dates()
    {
        var (request, referral) = Sent();
        request.DeclineReferral(referral.Id, NoCapacity, Partner, Later, A.Day);
        var monday = new DateOnly(2026, 3, 9);
        Rule.Refuses(RuleCode.NotAllowedForRole, request, () => request.CorrectReferral(referral.Id, offer, "Erreur.", Partner, Later, A.DayOf(monday)));
        Rule.Refuses(RuleCode.ReasonRequired, request, () => request.CorrectReferral(referral.Id, offer, " ", Staff, Later, A.DayOf(monday)));

        request.CorrectReferral(referral.Id, offer, "Erreur de bouton.", Staff, Later, A.DayOf(monday));

        Assert.Equal((ReferralStatus.Sent, RequestStatus.Oriented, EventKind.ReferralCorrected), (referral.Status, request.Status, request.Timeline[^1].Kind));
        Assert.Equal((null, null, null, new DateOnly(2026, 3, 30)), (referral.DeclineReason, referral.AnsweredAt, referral.EndedAt, referral.ExpiresOn!.Value));
        Rule.Refuses(RuleCode.IllegalReferralTransition, request, () => request.CorrectReferral(referral.Id, offer, "Encore.", Staff, Later, A.DayOf(monday)));
    }

    [Fact]
    public void Correction_asks_nobody_whose_offer_is_not_open_that_day_and_corrects_an_outcome_all_the_same()
    {
        var (request, referral) = Sent();
        request.DeclineReferral(referral.Id, NoCapacity, Partner, Later, A.Day);
        var (other, ended) = Sent();
        var sending = other.Sending(A.SupportOffer().Build());
        other.AcceptReferral(ended.Id, Partner, A.Now, A.Day);
        other.CompleteReferral(ended.Id, ReferralOutcomes.AideApportee, null, Partner, A.Now, A.Day);
        offer.MoveTo(OfferState.Suspended, Later);

        Rule.Refuses(RuleCode.OfferNotOpen, request, () => request.CorrectReferral(referral.Id, offer, "Erreur.", Staff, Later, A.Day));
        Rule.Refuses(RuleCode.OfferNotOpen, request, () => request.CorrectReferral(referral.Id, A.SupportOffer().Build(), "Erreur.", Staff, Later, A.Day));
        other.CorrectReferral(ended.Id, offer, "Pas fini.", Staff, Later, A.Day);

        Assert.Equal((ReferralStatus.Accepted, ReferralStatus.Sent), (ended.Status, sending.Status));
    }

    [Fact]
    public void Mistaken_outcome_is_corrected_once_the_request_is_open_again_and_joins_its_round()
    {
        var (request, referral) = Sent();
        request.AcceptReferral(referral.Id, Partner, A.Now, A.Day);
        request.Helped(referral);
        Rule.Refuses(RuleCode.RequestClosed, request, () => request.CorrectReferral(referral.Id, offer, "Pas fini.", Staff, Later, A.Day));
        request.Reopen("Pas fini.", Staff, Later, A.Day);

        request.CorrectReferral(referral.Id, offer, "Pas fini.", Staff, Later, A.Day);

        Assert.Equal((ReferralStatus.Accepted, 2, RequestStatus.InProgress), (referral.Status, referral.Round, request.Status));
        Assert.Null(referral.ReferralOutcome);
    }

    [Fact]
    public void Correction_obeys_the_limit_of_three_and_never_asks_an_actor_twice()
    {
        var (request, referral) = Sent();
        request.DeclineReferral(referral.Id, NoCapacity, Partner, Later, A.Day);
        for (var count = 0; count < OrientationRequest.MaxOpenReferrals; count++) request.Sending(A.SupportOffer().Build());
        Rule.Refuses(RuleCode.TooManyOpenReferrals, request, () => request.CorrectReferral(referral.Id, offer, "Erreur.", Staff, Later, A.Day));

        var again = A.Request().Build();
        var declined = again.Sending(offer);
        again.DeclineReferral(declined.Id, NoCapacity, Partner, Later, A.Day);
        again.Close(ClosingReasons.AucunActeur, null, null, Staff, Later, A.Day);
        again.Reopen("Du nouveau.", Staff, Later, A.Day);
        again.Sending(offer);
        Rule.Refuses(RuleCode.AlreadyReferred, again, () => again.CorrectReferral(declined.Id, offer, "Erreur.", Staff, Later, A.Day));
    }

    private (OrientationRequest Request, Referral Referral) Sent()
    {
        var request = A.Request().Build();
        return (request, request.Sending(offer));
    }

    private (OrientationRequest Request, Referral Referral) Expired()
    {
        var (request, referral) = Sent();
        request.ExpireReferral(referral.Id, Author.Job, A.Now, A.DayOf(referral.ExpiresOn!.Value.AddDays(1)));
        return (request, referral);
    }
}
