using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Tests.Announcements;

/// <summary>What acts make the portal say: the rules that hold for whole columns of the table, and what one act says once.</summary>
public sealed class NoticeTests
{
    private static readonly Decline Full = new(DeclineReasons.Capacite, null, null);

    private readonly OrientationRequest request = A.Request().Build();

    [Fact]
    public void Submission_tells_the_structure_and_staff_when_it_is_urgent()
    {
        Assert.Equal([MailKind.RequestReceived], Announced(request));
        Assert.Equal([MailKind.RequestReceived, MailKind.UrgentRequestForStaff], Announced(A.Request().Urgent().Build()));
    }

    [Fact]
    public void Unsolicited_request_says_nothing_to_the_structure_nor_to_staff()
    {
        request.RecordMatching(With(TriageSignals.Indesirable, TriageSignals.UrgentDifficulte), A.Now, A.Day, Author.Job);
        request.Close(ClosingReasons.HorsPerimetre, null, null, A.Staff(), A.Now, A.Day);

        Assert.Empty(Announced(request));
    }

    [Fact]
    public void Link_to_a_corrected_address_leaves_even_for_an_unsolicited_request()
    {
        request.RecordMatching(With(TriageSignals.Indesirable), A.Now, A.Day, Author.Job);
        Quiet(request).CorrectAddress("juste@example.org", A.Staff(), A.Now);

        Assert.Equal([MailKind.LinkToCorrectedAddress], Announced(request));
    }

    [Fact]
    public void Request_set_aside_as_unsolicited_says_nothing()
    {
        Quiet(request).Close(ClosingReasons.Indesirable, null, null, A.Staff(), A.Now, A.Day);

        Assert.Empty(Announced(request));
    }

    [Fact]
    public void Sending_to_several_actors_tells_the_structure_once_and_each_actor_that_is_e_mailed()
    {
        var (first, second) = (request.Sending(Offer()), request.Sending(Offer()));
        request.Sending(Offer(), isByHand: true);

        var notices = Notices(request).Where(notice => notice.Mail is MailKind.RequestSent or MailKind.ReferralForPartner).ToList();

        Assert.Equal(request.Id, Assert.Single(notices, notice => notice.Mail == MailKind.RequestSent).SubjectId);
        Assert.Equal([first.Id, second.Id], notices.Where(notice => notice.Mail == MailKind.ReferralForPartner).Select(notice => notice.SubjectId));
    }

    [Fact]
    public void Asking_for_several_agreements_tells_the_structure_once()
    {
        var asking = A.Request().AskingFirst().Build();
        asking.Proposing(Offer());
        asking.Proposing(Offer());
        Quiet(asking).AskConsent(A.Staff(), A.Now, A.Day);

        var notice = Assert.Single(Notices(asking));

        Assert.Equal((MailKind.ConsentAsked, asking.Id, $"{asking.LastEventNumber}"), (notice.Mail, notice.SubjectId, notice.Occurrence));
    }

    [Fact]
    public void Withdrawal_reaches_the_actors_that_were_told_by_e_mail_and_staff_once()
    {
        var told = request.Sending(Offer());
        request.Sending(Offer(), isByHand: true);
        request.Proposing(Offer());
        Quiet(request).Close(ClosingReasons.AbandonStructure, null, null, Author.Structure, A.Now, A.Day);

        var notices = Notices(request);

        Assert.Equal(
            [(MailKind.ReferralChangedForPartner, told.Id), (MailKind.StaffAttention, request.Id), (MailKind.RequestClosed, request.Id)],
            notices.Select(notice => (notice.Mail, notice.SubjectId)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void End_that_follows_from_an_answer_is_told_whoever_answered(bool byPartner)
    {
        var helped = request.Sending(Offer(), isByHand: true);
        var last = request.Sending(Offer(), isByHand: !byPartner);
        request.AcceptReferral(helped.Id, A.Staff(), A.Now, A.Day);
        request.Helped(helped);
        Quiet(request).DeclineReferral(last.Id, Full, byPartner ? A.Partner() : A.Staff(), A.Now, A.Day);

        Assert.Equal(RequestStatus.Closed, request.Status);
        Assert.Contains(MailKind.RequestClosed, Announced(request));
    }

    [Fact]
    public void Each_event_is_announced_once()
    {
        request.Sending(Offer());
        Assert.True(request.HasUnannounced);
        Assert.NotEmpty(Notices(request));

        Assert.False(request.HasUnannounced);
        Assert.Empty(Notices(request));
    }

    [Fact]
    public void Same_message_about_the_same_subject_carries_another_number_the_next_time()
    {
        var offer = Offer();
        var referral = request.Sending(offer);
        var first = Assert.Single(Notices(request), notice => notice.Mail == MailKind.ReferralForPartner);
        request.DeclineReferral(referral.Id, Full, A.Partner(), A.Now, A.Day);
        Quiet(request).CorrectReferral(referral.Id, offer, "Erreur de bouton.", A.Staff(), A.Now, A.Day);

        var again = Assert.Single(Notices(request), notice => notice.Mail == MailKind.ReferralForPartner);

        Assert.Equal((first.Mail, first.SubjectId), (again.Mail, again.SubjectId));
        Assert.NotEqual(first.Occurrence, again.Occurrence);
    }

    [Fact]
    public void Actor_was_told_from_the_sending_on_whatever_became_of_it()
    {
        var (proposed, told) = (request.Proposing(Offer()), request.Sending(Offer(), isByHand: true));
        Assert.Equal((false, true), (proposed.WasTold, told.WasTold));

        foreach (var referral in new[] { proposed, told }) request.CancelReferral(referral.Id, A.Staff(), A.Now, A.Day);

        Assert.Equal((false, true), (proposed.WasTold, told.WasTold));
    }

    private static SupportOffer Offer() => A.SupportOffer().Build();

    private static OrientationRequest Quiet(OrientationRequest request)
    {
        request.TakeUnannounced();
        return request;
    }

    private static IReadOnlyList<Notice> Notices(OrientationRequest request) => AnnouncementTable.NoticesOf(request, request.TakeUnannounced());

    private static IEnumerable<MailKind> Announced(OrientationRequest request) => Notices(request).Select(notice => notice.Mail);

    private static MatchResult With(params string[] signals) => new()
    {
        RulesVersion = 1,
        Signals = [.. signals.Select(code => new DetectedSignal(code, "Essai."))],
        Proposals = [],
        Excluded = [],
    };
}
