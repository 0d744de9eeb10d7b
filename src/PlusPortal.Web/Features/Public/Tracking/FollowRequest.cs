using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Outbox;
using PlusPortal.Data.Requests;
using PlusPortal.Domain;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Labels;

namespace PlusPortal.Web.Features.Public.Tracking;

/// <summary>
/// What the structure may do on its tracking page. Each act is load, decide, save, once more when somebody else saved
/// in between; the rules then judge the present state, so the first valid move wins.
/// </summary>
public sealed class FollowRequest(PortalDb db, TimeProvider clock)
{
    /// <summary>The address works: the person pressed the button that the link showed.</summary>
    public Task ProveAddressAsync(Guid requestId, CancellationToken ct) => ActAsync(
        requestId,
        (request, now) => request.ProveAddress(now),
        ct);

    /// <summary>Answers the question of PLUS.</summary>
    public Task AnswerStaffAsync(Guid requestId, AnswerForm form, CancellationToken ct) => ActAsync(
        requestId,
        (request, now) =>
        {
            EnsureCurrent(request.Notes.LastQuestion(referralId: null), form.QuestionId);
            request.AnswerQuestion(form.Answer!, Author.Structure, now, clock.TodayInParis);
            TellStaff(request, now);
        },
        ct);

    /// <summary>Answers the question of an actor, which is told so.</summary>
    public Task AnswerActorAsync(Guid requestId, Guid referralId, AnswerForm form, CancellationToken ct) => ActAsync(
        requestId,
        (request, now) =>
        {
            EnsureCurrent(request.Notes.LastQuestion(referralId), form.QuestionId);
            request.GiveInformation(referralId, form.Answer!, Author.Structure, now, clock.TodayInParis);
            TellActor(request, request.Referrals.Single(referral => referral.Id == referralId), now);
        },
        ct);

    /// <summary>Agrees that an actor receives the request; PLUS sends it.</summary>
    public Task AgreeAsync(Guid requestId, Guid referralId, CancellationToken ct) => ActAsync(
        requestId,
        (request, now) =>
        {
            var before = request.LastEventNumber;
            request.GiveConsent(referralId, Author.Structure, now, clock.TodayInParis);
            if (request.LastEventNumber > before) TellStaff(request, now);
        },
        ct);

    /// <summary>Refuses an actor, or takes the request back from it.</summary>
    public Task RefuseAsync(Guid requestId, Guid referralId, CancellationToken ct) => ActAsync(
        requestId,
        (request, now) =>
        {
            var wasTold = request.Referrals.SingleOrDefault(referral => referral.Id == referralId) is { IsVisibleToPartner: true };
            request.CancelReferral(referralId, Author.Structure, now, clock.TodayInParis);
            if (wasTold) TellActor(request, request.Referrals.Single(referral => referral.Id == referralId), now);
            TellStaff(request, now);
        },
        ct);

    /// <summary>« Aucun ne me convient »: PLUS searches again.</summary>
    public Task RefuseAllAsync(Guid requestId, string? message, CancellationToken ct) => ActAsync(
        requestId,
        (request, now) =>
        {
            request.RefuseProposals(message, Author.Structure, now, clock.TodayInParis);
            TellStaff(request, now);
        },
        ct);

    /// <summary>« Je n’ai reçu aucun appel »: due today for PLUS.</summary>
    public Task ReportSilenceAsync(Guid requestId, string? message, CancellationToken ct) => ActAsync(
        requestId,
        (request, now) =>
        {
            request.ReportNotCalledBack(message, Author.Structure, now, clock.TodayInParis);
            TellStaff(request, now);
        },
        ct);

    /// <summary>Withdraws the request; the actors that had it are told.</summary>
    public Task WithdrawAsync(Guid requestId, string? message, CancellationToken ct) => ActAsync(
        requestId,
        (request, now) =>
        {
            var told = request.Referrals.Where(referral => referral.IsAwaitingAnswer || referral.Status == ReferralStatus.Accepted).ToList();
            request.Close(ClosingReasons.AbandonStructure, message, keptRequest: null, Author.Structure, now, clock.TodayInParis);
            foreach (var referral in told) TellActor(request, referral, now);
            db.Outbox.Enqueue(MailKind.RequestClosed, request.Id, Occurrence(request), now);
            TellStaff(request, now);
        },
        ct);

    private Task ActAsync(Guid requestId, Action<OrientationRequest, DateTimeOffset> act, CancellationToken ct) => db.RetryOnceAsync(async () =>
    {
        var request = await db.OrientationRequests.WithReferrals().Include(request => request.Notes).AsSplitQuery().SingleAsync(request => request.Id == requestId, ct);
        act(request, clock.GetUtcNow());
        return await db.SaveChangesAsync(ct);
    });

    private void TellStaff(OrientationRequest request, DateTimeOffset now)
    {
        if (db.Outbox.Local.Any(message => message.Kind == MailKind.StaffAttention && message.SubjectId == request.Id)) return;
        db.Outbox.Enqueue(MailKind.StaffAttention, request.Id, Occurrence(request), now);
    }

    /// <summary>An actor without account nor checked address hears it from PLUS.</summary>
    private void TellActor(OrientationRequest request, Referral referral, DateTimeOffset now)
    {
        if (referral.IsByHand) TellStaff(request, now);
        else db.Outbox.Enqueue(MailKind.ReferralChangedForPartner, referral.Id, Occurrence(request), now);
    }

    private static void EnsureCurrent(RequestNote? question, Guid answeredId)
    {
        if (question?.Id != answeredId) throw new DomainRuleException(RuleCode.NoOpenQuestion);
    }

    private static string Occurrence(OrientationRequest request) => request.LastEventNumber.ToString(CultureInfo.InvariantCulture);
}
