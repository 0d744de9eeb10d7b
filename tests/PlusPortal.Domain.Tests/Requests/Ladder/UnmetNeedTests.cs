using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Clock;
using PlusPortal.Domain.Requests.Ladder;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Tests.Requests.Ladder;

/// <summary>The structure says that its need is not dealt with: staff hear it, and an end that the actor noted does not settle by itself.</summary>
public sealed class UnmetNeedTests
{
    [Fact]
    public void After_the_end_that_the_actor_noted_it_contests_it()
    {
        var (request, referral) = Accepted();
        request.CompleteReferral(referral.Id, ReferralOutcomes.AideApportee, null, A.Partner(), A.Now, A.Day);
        request.SettleAnswers(A.Now.AddMinutes(Referral.UndoMinutes));

        var notices = Said(request, referral);

        Assert.Equal(OutcomeState.Contested, referral.OutcomeState);
        Assert.Equal((StaffTask.OutcomeContested, A.Today), (request.Task!.Value, request.TaskOn!.Value));
        Assert.Contains(request.Timeline, entry => entry.Kind == EventKind.OutcomeContested && entry.AuthorKind == AuthorKind.Structure);
        Assert.Contains(notices, notice => notice.Mail == MailKind.StaffAttention);
    }

    [Fact]
    public void Before_it_staff_are_told_and_nothing_is_contested()
    {
        var (request, referral) = Accepted();

        var notices = Said(request, referral);

        Assert.Contains(notices, notice => notice.Mail == MailKind.StaffAttention);
        Assert.Equal((ReferralStatus.Accepted, OutcomeState.None), (referral.Status, referral.OutcomeState));
        Assert.DoesNotContain(request.Timeline, entry => entry.Kind == EventKind.OutcomeContested);
    }

    private static (OrientationRequest Request, Referral Referral) Accepted()
    {
        var request = A.Request().Build();
        var referral = request.AcceptedBy(A.SupportOffer().Build());
        request.SettleAnswers(A.Now.AddMinutes(Referral.UndoMinutes));
        return (request, referral);
    }

    private static IReadOnlyList<Notice> Said(OrientationRequest request, Referral referral)
    {
        request.TakeUnannounced();
        request.ReportRung(referral.Id, new RungSeen(Rung.NotDealtWith, LadderSide.Structure, A.Today, UnmetReasons.Capacite), Author.Structure, A.Now.AddHours(1), A.Day);
        return AnnouncementTable.NoticesOf(request, request.TakeUnannounced());
    }
}
