using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Tests.Requests;

public sealed class ClosingTests
{
    private static readonly Author Staff = A.Staff();
    private static readonly DateTimeOffset Later = A.Now.AddHours(1);
    private static readonly MatchResult NoResult = new() { RulesVersion = 1, Signals = [], Proposals = [], Excluded = [] };

    [Fact]
    public void Closing_takes_every_open_referral_back()
    {
        var request = A.Request().Build();
        var accepted = request.AcceptedBy(A.SupportOffer().Build());
        var sent = request.Sending(A.SupportOffer().Build());
        var proposed = request.Proposing(A.SupportOffer().Build());
        var declined = request.Sending(A.SupportOffer().Build());
        request.DeclineReferral(declined.Id, new Decline(DeclineReasons.Capacite, null, null), A.Partner(), A.Now, A.Day);

        request.Close(ClosingReasons.ReorienteeHorsPlus, "Appelez la mairie.", null, Staff, Later, A.Day);

        Assert.All([accepted, sent, proposed], referral => Assert.Equal((ReferralStatus.Cancelled, Later), (referral.Status, referral.EndedAt!.Value)));
        Assert.Equal(ReferralStatus.Declined, declined.Status);
        Assert.Equal(3, request.Timeline.Count(entry => entry.Kind == EventKind.ReferralCancelled));
        Assert.Equal((RequestStatus.Closed, ClosingReasons.ReorienteeHorsPlus, Later), (request.Status, request.ClosingReason, request.ClosedAt!.Value));
        var last = request.Timeline[^1];
        Assert.Equal((EventKind.Closed, ClosingReasons.ReorienteeHorsPlus, Staff.UserId, RequestStatus.Closed), (last.Kind, last.ReasonCode, last.AuthorId, last.StatusAfter));
        Assert.Equal((NoteKind.ClosingMessage, "Appelez la mairie."), (request.Notes[^1].Kind, request.Notes[^1].Text));
    }

    [Fact]
    public void Structure_withdraws_at_any_time_but_gives_no_other_reason()
    {
        var request = A.Request().Build();
        var sent = request.Sending(A.SupportOffer().Build());
        Rule.Refuses(RuleCode.NotAllowedForRole, request, () => request.Close(ClosingReasons.HorsPerimetre, null, null, Author.Structure, Later, A.Day));

        request.Close(ClosingReasons.AbandonStructure, "Nous avons trouvé.", null, Author.Structure, Later, A.Day);

        Assert.Equal((EventKind.Withdrawn, AuthorKind.Structure, ReferralStatus.Cancelled), (request.Timeline[^1].Kind, request.Timeline[^1].AuthorKind, sent.Status));
        Assert.Equal(NoteKind.MessageFromStructure, request.Notes[^1].Kind);
    }

    [Fact]
    public void Partners_and_jobs_do_not_close()
    {
        var request = A.Request().Build();
        request.Proposing(A.SupportOffer().Build());

        Rule.Refuses(RuleCode.NotAllowedForRole, request, () => request.Close(ClosingReasons.AucunActeur, null, null, A.Partner(), Later, A.Day));
        Rule.Refuses(RuleCode.NotAllowedForRole, request, () => request.Close(ClosingReasons.AucunActeur, null, null, Author.Job, Later, A.Day));
    }

    [Fact]
    public void Closing_needs_a_reason_of_the_vocabulary_and_happens_once()
    {
        var request = A.Request().Build();
        Rule.Refuses(RuleCode.UnknownCode, request, () => request.Close("inconnu", null, null, Staff, Later, A.Day));

        request.Close(ClosingReasons.Indesirable, null, null, Staff, Later, A.Day);

        Rule.Refuses(RuleCode.RequestClosed, request, () => request.Close(ClosingReasons.Indesirable, null, null, Staff, Later, A.Day));
    }

    [Fact]
    public void Closed_request_refuses_every_other_act()
    {
        var request = A.Request().Build();
        var offer = A.SupportOffer().Build();
        var referral = request.Sending(offer);
        request.Close(ClosingReasons.AucunActeur, null, null, Staff, Later, A.Day);

        Action[] acts =
        [
            () => request.TakeInCharge(Staff, Later, A.Day),
            () => request.Assign(null, Staff, Later),
            () => request.Correct(new Correction { ById = Staff.UserId!.Value, At = Later }, Staff, Later),
            () => request.WriteSummary("Résumé.", Staff, Later),
            () => request.ReportNotCalledBack(null, Author.Structure, Later, A.Day),
            () => request.AskConsent(Staff, Later, A.Day),
            () => request.GiveConsent(referral.Id, Staff, Later, A.Day),
            () => request.SendReferral(referral.Id, offer, isByHand: false, Staff, Later, A.Day),
            () => request.RequestInformation(referral.Id, "Combien ?", A.Partner(), Later, A.Day),
            () => request.GiveInformation(referral.Id, "Deux.", Staff, Later, A.Day),
            () => request.AcceptReferral(referral.Id, A.Partner(), Later, A.Day),
            () => request.DeclineReferral(referral.Id, new Decline(DeclineReasons.Capacite, null, null), A.Partner(), Later, A.Day),
            () => request.ExpireReferral(referral.Id, Author.Job, Later, A.DayOf(A.Today.AddDays(90))),
            () => request.CompleteReferral(referral.Id, ReferralOutcomes.AideApportee, null, A.Partner(), Later, A.Day),
            () => request.CancelReferral(referral.Id, Staff, Later, A.Day),
            () => request.CorrectReferral(referral.Id, offer, "Erreur.", Staff, Later, A.Day),
            () => request.AskStructure("Combien ?", Staff, Later, A.Day),
            () => request.Proposing(A.SupportOffer().Build()),
            () => request.VouchForAddress(Staff, Later),
            () => request.RecordMatching(NoResult, Later, A.Day, Staff),
            () => request.HandBackReferral(referral.Id, new Decline(DeclineReasons.Capacite, null, null), A.Partner(), Later, A.Day),
        ];

        Assert.All(acts, act => Rule.Refuses(RuleCode.RequestClosed, request, act));
        Rule.Refuses(RuleCode.NoOpenQuestion, request, () => request.AnswerQuestion("Deux.", Author.Structure, Later, A.Day));
    }

    [Fact]
    public void Internal_note_may_still_be_written_on_a_closed_request()
    {
        var request = A.Request().Build();
        request.Close(ClosingReasons.AucunActeur, null, null, Staff, Later, A.Day);

        request.AddNote("À rappeler en septembre.", Staff, Later);

        Assert.Equal(EventKind.NoteAdded, request.Timeline[^1].Kind);
    }

    [Fact]
    public void Duplicate_points_at_a_kept_request_that_is_none_itself()
    {
        var kept = A.Request().Build();
        var request = A.Request().Build();
        Rule.Refuses(RuleCode.InvalidDuplicate, request, () => request.Close(ClosingReasons.Doublon, null, null, Staff, Later, A.Day));
        Rule.Refuses(RuleCode.InvalidDuplicate, request, () => request.Close(ClosingReasons.Doublon, null, request, Staff, Later, A.Day));

        request.Close(ClosingReasons.Doublon, null, kept, Staff, Later, A.Day);
        Assert.Equal(kept.Id, request.DuplicateOfId);

        var third = A.Request().Build();
        Rule.Refuses(RuleCode.InvalidDuplicate, third, () => third.Close(ClosingReasons.Doublon, null, request, Staff, Later, A.Day));
    }

    [Fact]
    public void Kept_request_is_ignored_for_any_other_reason()
    {
        var request = A.Request().Build();

        request.Close(ClosingReasons.HorsPerimetre, null, A.Request().Build(), Staff, Later, A.Day);

        Assert.Null(request.DuplicateOfId);
    }

    [Fact]
    public void Reopening_starts_a_new_round_due_today_for_who_re_opens()
    {
        var request = A.Request().Build();
        request.Close(ClosingReasons.Doublon, null, A.Request().Build(), A.Staff(), A.Now, A.Day);
        Rule.Refuses(RuleCode.NotAllowedForRole, request, () => request.Reopen("Du nouveau.", Author.Structure, Later, A.Day));
        Rule.Refuses(RuleCode.ReasonRequired, request, () => request.Reopen(" ", Staff, Later, A.Day));

        request.Reopen("Du nouveau.", Staff, Later, A.Day);

        Assert.Equal((RequestStatus.InTriage, 2, Staff.UserId, A.Day), (request.Status, request.Round, request.AssigneeId, request.NextDueOn!.Value));
        Assert.Equal((null, null, null), (request.ClosingReason, request.ClosedAt, request.DuplicateOfId));
        Assert.Equal((EventKind.Reopened, RequestStatus.InTriage, NoteKind.Reason), (request.Timeline[^1].Kind, request.Timeline[^1].StatusAfter, request.Notes[^1].Kind));
        Rule.Refuses(RuleCode.IllegalRequestTransition, request, () => request.Reopen("Encore.", Staff, Later, A.Day));
    }
}
