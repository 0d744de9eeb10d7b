using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Announcements.ByHand;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Clock;
using PlusPortal.Domain.Requests.Ladder;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Tests.Announcements;

/// <summary>What the portal mails to other actors, staff are given to say to one without address: each moment comes by what happens, and ends.</summary>
public sealed class HandMomentTests
{
    public static TheoryData<HandMoment> Moments => [.. Enum.GetValues<HandMoment>()];

    [Theory]
    [MemberData(nameof(Moments))]
    public void Every_moment_comes_by_what_people_and_the_clock_do(HandMoment moment)
    {
        var scene = HandScene.At(moment);

        Assert.Equal(moment, Now(scene));
    }

    [Fact]
    public void What_is_mailed_to_an_actor_by_an_event_is_a_moment()
    {
        var mailed = Enum.GetValues<EventKind>().Where(kind => AnnouncementTable.Of(kind) is var row && (row.Actor.Told.Count > 0 || row.Others.Told.Count > 0)).ToList();

        // Taking an answer back leaves what was to be said before it.
        Assert.Equal([EventKind.ReferralAnswerUndone], mailed.Where(kind => HandMoments.Of(kind).Count == 0));
    }

    [Fact]
    public void What_is_mailed_to_an_actor_by_the_clock_is_a_moment() =>
        Assert.DoesNotContain(Enum.GetValues<ClockStep>(), step => AnnouncementTable.Of(step).Actor.Told.Count > 0 && HandMoments.Of(step) is null);

    [Fact]
    public void Every_moment_has_a_cause()
    {
        var caused = Enum.GetValues<EventKind>().SelectMany(HandMoments.Of).Concat(Enum.GetValues<ClockStep>().Select(HandMoments.Of).OfType<HandMoment>()).ToHashSet();

        Assert.Equal(Enum.GetValues<HandMoment>().ToHashSet(), caused);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Nothing_is_to_be_said_to_an_actor_that_knows_nothing_or_reads_its_mail(bool isSent)
    {
        var request = A.Request().Build();
        var referral = isSent ? request.Sending(A.SupportOffer().Build()) : request.Proposing(A.SupportOffer().Build());

        Assert.Null(HandMoments.Now(request, referral, request.Timeline));
    }

    [Fact]
    public void Nothing_is_to_be_said_to_an_actor_that_has_ended_by_its_own_word()
    {
        var declined = HandScene.At(HandMoment.Reminder);
        declined.Request.DeclineReferral(declined.Referral.Id, new Decline(DeclineReasons.Capacite, null, null), A.Staff(), A.Now.AddDays(1), A.Day);
        var completed = HandScene.At(HandMoment.Accepted);
        completed.Request.CompleteReferral(completed.Referral.Id, ReferralOutcomes.AideApportee, null, A.Staff(), A.Now.AddDays(1), A.Day);

        Assert.Null(Now(declined));
        Assert.Null(Now(completed));
    }

    [Fact]
    public void An_answer_that_is_taken_back_leaves_what_was_to_be_said_before()
    {
        var scene = HandScene.At(HandMoment.DateWaits);
        scene.Request.UndoAnswer(scene.Referral.Id, HandScene.Staff, A.Now.AddMinutes(1), A.Day);
        Assert.Equal(HandMoment.FirstSending, Now(scene));

        scene.Request.CancelReferral(scene.Referral.Id, Author.Structure, A.Now.AddMinutes(2), A.Day);
        Assert.Equal(HandMoment.TakenBack, Now(scene));
    }

    [Theory]
    [InlineData(HandMoment.QuestionAnswered)]
    [InlineData(HandMoment.QuestionLapsed)]
    [InlineData(HandMoment.DateLapsed)]
    public void That_its_answer_is_awaited_again_stands_on_the_list_of_staff_until_they_said_it(HandMoment moment)
    {
        var scene = HandScene.At(moment);
        Assert.Equal((StaffTask.TellActor, scene.Referral.Id), (scene.Request.Task, scene.Request.TaskReferralId));

        scene.Request.SettleTask(null, A.Staff(), A.Now.AddHours(2), A.Day);

        Assert.Null(scene.Request.Task);
        Assert.Equal(moment, Now(scene));
    }

    [Fact]
    public void A_day_agreed_to_by_the_structure_is_told_to_staff_who_give_whom_to_call()
    {
        var scene = HandScene.At(HandMoment.DateWaits);
        scene.Request.TakeUnannounced();
        scene.Request.AgreeToDate(scene.Referral.Id, Author.Structure, A.Now.AddHours(1), A.Day);

        Assert.Contains(MailKind.StaffAttention, AnnouncementTable.NoticesOf(scene.Request, scene.Request.TakeUnannounced()).Select(notice => notice.Mail));
        Assert.Equal(HandMoment.Accepted, Now(scene));
    }

    [Fact]
    public void News_end_a_nudge_and_the_end_of_the_request_is_no_refusal_of_a_day()
    {
        var nudged = HandScene.At(HandMoment.FirstContactNudge);
        nudged.Request.ReportRung(nudged.Referral.Id, new RungSeen(Rung.FirstContact, LadderSide.Actor, A.Today), A.Staff(), A.Now.AddDays(9), A.Day);
        Assert.Equal(HandMoment.UnderWay, Now(nudged));

        var dated = HandScene.At(HandMoment.DateWaits);
        dated.Request.Close(ClosingReasons.AbandonStructure, null, null, Author.Structure, A.Now.AddDays(1), A.Day);
        Assert.Equal(HandMoment.TakenBack, Now(dated));
    }

    [Fact]
    public void An_answer_after_a_reminder_is_newer_than_it()
    {
        var scene = HandScene.At(HandMoment.Reminder);
        scene.Request.AddInformation(HandScene.Added, Author.Structure, A.Now.AddDays(8));
        Assert.Equal(HandMoment.Reminder, Now(scene));

        scene.Request.ShareInformation(A.Staff(), A.Now.AddDays(9));
        Assert.Equal(HandMoment.InformationAdded, Now(scene));

        scene.Request.AcceptReferral(scene.Referral.Id, A.Staff(), A.Now.AddDays(10), A.Day);
        Assert.Equal(HandMoment.Accepted, Now(scene));
    }

    private static HandMoment? Now(HandScene scene) => HandMoments.Now(scene.Request, scene.Referral, scene.Request.Timeline);
}
