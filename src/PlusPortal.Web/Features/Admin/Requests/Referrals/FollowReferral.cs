using PlusPortal.Data;
using PlusPortal.Data.Outbox;
using PlusPortal.Domain;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Requests;
using PlusPortal.Web.Labels;

namespace PlusPortal.Web.Features.Admin.Requests.Referrals;

/// <summary>What staff do with one referral once it is sent. An actor told by hand is never e-mailed.</summary>
public sealed class FollowReferral(PortalDb db, TimeProvider clock)
{
    /// <summary>Records what an actor told by hand said.</summary>
    public Task<TriageResult> RecordAnswerAsync(string reference, Guid referralId, Seen seen, RecordAnswerForm form, Author by, CancellationToken ct) => ActAsync(
        reference,
        referralId,
        seen,
        Done.ReferralAnswerRecorded,
        (request, referral, now, today) =>
        {
            if (!referral.IsByHand) throw new DomainRuleException(RuleCode.NotAllowedForRole);
            switch (form.Answer)
            {
                case RecordAnswerForm.Accepts:
                    request.AcceptReferral(referralId, by, now, today);
                    db.Tell(MailKind.ReferralAcceptedForStructure, request, referralId, now);
                    break;
                case RecordAnswerForm.Asks:
                    request.RequestInformation(referralId, form.Comment!, by, now, today);
                    db.Tell(MailKind.QuestionForStructure, request, request.Id, now);
                    break;
                default:
                    request.DeclineReferral(referralId, new Decline(form.Reason!, form.Comment, null), by, now, today);
                    db.Tell(MailKind.ReferralDeclinedForStructure, request, referralId, now);
                    TellIfClosed(request, now);
                    break;
            }
        },
        ct);

    /// <summary>Answers the question of an actor.</summary>
    public Task<TriageResult> GiveInformationAsync(string reference, Guid referralId, Seen seen, string answer, Author by, CancellationToken ct) => ActAsync(
        reference,
        referralId,
        seen,
        Done.InformationGiven,
        (request, referral, now, today) =>
        {
            request.GiveInformation(referralId, answer, by, now, today);
            if (!referral.IsByHand) db.Tell(MailKind.ReferralChangedForPartner, request, referralId, now);
        },
        ct);

    /// <summary>Records the end of the support; the request may end with it.</summary>
    public Task<TriageResult> CompleteAsync(string reference, Guid referralId, Seen seen, CompleteForm form, Author by, CancellationToken ct) => ActAsync(
        reference,
        referralId,
        seen,
        Done.ReferralCompleted,
        (request, _, now, today) =>
        {
            request.CompleteReferral(referralId, form.Outcome!, form.Comment, by, now, today);
            TellIfClosed(request, now);
        },
        ct);

    /// <summary>Takes the referral back; an actor that had it is told.</summary>
    public Task<TriageResult> CancelAsync(string reference, Guid referralId, Seen seen, Author by, CancellationToken ct) => ActAsync(
        reference,
        referralId,
        seen,
        Done.ReferralCancelled,
        (request, referral, now, today) =>
        {
            var wasTold = referral is { IsByHand: false } && (referral.IsAwaitingAnswer || referral.Status == ReferralStatus.Accepted);
            request.CancelReferral(referralId, by, now, today);
            if (wasTold) db.Tell(MailKind.ReferralChangedForPartner, request, referralId, now);
            TellIfClosed(request, now);
        },
        ct);

    /// <summary>Corrects a mistaken refusal, which is then awaited again, or a mistaken outcome.</summary>
    public Task<TriageResult> CorrectAsync(string reference, Guid referralId, Seen seen, string reason, Author by, CancellationToken ct) => ActAsync(
        reference,
        referralId,
        seen,
        Done.ReferralCorrected,
        (request, referral, now, today) =>
        {
            request.CorrectReferral(referralId, reason, by, now, today);
            if (referral.IsByHand) return;
            db.Tell(referral.Status == ReferralStatus.Sent ? MailKind.ReferralForPartner : MailKind.ReferralChangedForPartner, request, referralId, now);
        },
        ct);

    private Task<TriageResult> ActAsync(string reference, Guid referralId, Seen seen, Done done, Action<OrientationRequest, Referral, DateTimeOffset, DateOnly> act, CancellationToken ct) =>
        db.ChangeAsync(
            reference,
            seen,
            done,
            request =>
            {
                var referral = request.Referrals.SingleOrDefault(referral => referral.Id == referralId) ?? throw new DomainRuleException(RuleCode.ReferralNotFound);
                act(request, referral, clock.GetUtcNow(), clock.TodayInParis);
            },
            ct);

    /// <summary>When the last referral ends well the request ends with it.</summary>
    private void TellIfClosed(OrientationRequest request, DateTimeOffset now)
    {
        if (!request.IsOpen) db.Tell(MailKind.RequestClosed, request, request.Id, now);
    }
}
