using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Actors;
using PlusPortal.Domain;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Deadlines;
using PlusPortal.Domain.Requests.Ladder;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Requests.Timelines;
using PlusPortal.Web.Features.Partner.Inbox;
using PlusPortal.Web.Labels;

namespace PlusPortal.Web.Features.Admin.Requests.Referrals;

/// <summary>What staff do with one referral once it is sent.</summary>
public sealed class FollowReferral(PortalDb db, RequestChange change, TimeProvider clock)
{
    /// <summary>Records what an actor said to staff, by the way and from the person that the form names.</summary>
    /// <param name="reference">Reference of the request.</param>
    /// <param name="referralId">Its referral.</param>
    /// <param name="seen">What the member of staff had seen.</param>
    /// <param name="form">What was said.</param>
    /// <param name="startsOn">Day from which the actor would take the request, when it offers one.</param>
    /// <param name="userId">Account of the member of staff.</param>
    /// <param name="ct">Cancellation.</param>
    public Task<RequestResult> RecordAnswerAsync(string reference, Guid referralId, Seen seen, RecordAnswerForm form, DateOnly? startsOn, Guid userId, CancellationToken ct) => HearAsync(
        reference,
        referralId,
        seen,
        Acts.AcceptReferral,
        form,
        userId,
        (request, referral, by, now, today) =>
        {
            switch (form.Answer)
            {
                case RecordAnswerForm.Accepts:
                    request.AcceptReferral(referralId, by, now, today);
                    break;
                case RecordAnswerForm.Offers:
                    request.OfferDate(referralId, startsOn!.Value, by, now, today);
                    break;
                case RecordAnswerForm.Asks:
                    request.RequestInformation(referralId, form.Comment!, by, now, today);
                    break;
                default:
                    var decline = form.ToDecline();
                    if (referral.Status == ReferralStatus.Accepted) request.HandBackReferral(referralId, decline, by, now, today);
                    else request.DeclineReferral(referralId, decline, by, now, today);
                    break;
            }
        },
        ct);

    /// <summary>Records a contact, or what became of the need, as the actor or the structure told it; what is noted already is said.</summary>
    public async Task<RequestResult> ReportAsync(string reference, Guid referralId, Seen seen, HeardRungForm form, RungSeen rung, Guid userId, CancellationToken ct)
    {
        await db.Set<LadderReport>().Where(report => report.ReferralId == referralId).LoadAsync(ct);
        return await HearAsync(reference, referralId, seen, Acts.ReportRung, form, userId, Report, ct);

        void Report(OrientationRequest request, Referral referral, Author by, DateTimeOffset now, PlusDay today)
        {
            if (!request.ReportRung(referral.Id, rung, by, now, today)) throw new DomainRuleException(RuleCode.RungClashes, new StandingRung(RungClash.Noted, rung.Rung, rung.Side, rung.On));
        }
    }

    /// <summary>Takes back an answer that the same member of staff noted, while nobody was told of it. Its texts go with it.</summary>
    public async Task<RequestResult> UndoAsync(string reference, Guid referralId, Seen seen, Author by, CancellationToken ct)
    {
        await db.Set<RequestNote>().Where(note => note.ReferralId == referralId).LoadAsync(ct);
        await db.Set<LadderReport>().Where(report => report.ReferralId == referralId).LoadAsync(ct);
        return await ActAsync(reference, referralId, seen, Acts.UndoAnswer, (request, _, now, today) => request.UndoAnswer(referralId, by, now, today), ct);
    }

    /// <summary>Answers the question of an actor.</summary>
    public Task<RequestResult> GiveInformationAsync(string reference, Guid referralId, Seen seen, string answer, Author by, CancellationToken ct) => ActAsync(
        reference,
        referralId,
        seen,
        Acts.GiveInformation,
        (request, _, now, today) => request.GiveInformation(referralId, answer, by, now, today),
        ct);

    /// <summary>Records the end of the support; the request may end with it.</summary>
    public async Task<RequestResult> CompleteAsync(string reference, Guid referralId, Seen seen, CompleteForm form, Guid userId, CancellationToken ct)
    {
        await db.Set<LadderReport>().Where(report => report.ReferralId == referralId).LoadAsync(ct);
        var result = await HearAsync(reference, referralId, seen, Acts.CompleteReferral, form, userId, Complete, ct);
        return result is RequestResult.Refused { Field: "Form.On" } refused ? refused with { Field = "Form.Need" } : result;

        void Complete(OrientationRequest request, Referral referral, Author by, DateTimeOffset now, PlusDay today)
        {
            request.CompleteReferral(referral.Id, form.Outcome!, form.Comment, by, now, today);
            if (form.Need is not null) request.ReportRung(referral.Id, OutcomeForm.SeenOf(form.Need, form.WhyNot, today.Date, LadderSide.Actor), by, now, today);
        }
    }

    /// <summary>Notes that the later day of an actor suits the structure, as its person said.</summary>
    public Task<RequestResult> AgreeToDateAsync(string reference, Guid referralId, Seen seen, StructureWordForm form, Guid userId, CancellationToken ct) =>
        HearAsync(reference, referralId, seen, Acts.AgreeToDate, form, userId, (request, _, by, now, today) => request.AgreeToDate(referralId, by, now, today), ct);

    /// <summary>Notes that the later day of an actor does not suit the structure, as its person said: the request is taken back from it, in the words of a day that was refused.</summary>
    public Task<RequestResult> RefuseDateAsync(string reference, Guid referralId, Seen seen, StructureWordForm form, Guid userId, CancellationToken ct)
    {
        return HearAsync(reference, referralId, seen, Acts.CancelReferral, form, userId, Refuse, ct);

        void Refuse(OrientationRequest request, Referral referral, Author by, DateTimeOffset now, PlusDay today)
        {
            if (referral.Status != ReferralStatus.DateOffered) throw new DomainRuleException(RuleCode.IllegalReferralTransition);
            request.CancelReferral(referralId, by, now, today);
        }
    }

    /// <summary>Notes that the structure finds an outcome right, as its person said.</summary>
    public Task<RequestResult> ConfirmOutcomeAsync(string reference, Guid referralId, Seen seen, StructureWordForm form, Guid userId, CancellationToken ct) =>
        HearAsync(reference, referralId, seen, Acts.ConfirmOutcome, form, userId, (request, _, by, now, today) => request.ConfirmOutcome(referralId, by, now, today), ct);

    /// <summary>Notes that the structure contests it, as its person said.</summary>
    public Task<RequestResult> ContestOutcomeAsync(string reference, Guid referralId, Seen seen, StructureWordForm form, Guid userId, CancellationToken ct) =>
        HearAsync(reference, referralId, seen, Acts.ContestOutcome, form, userId, (request, _, by, now, today) => request.ContestOutcome(referralId, form.Comment, by, now, today), ct);

    /// <summary>Takes the referral back.</summary>
    public Task<RequestResult> CancelAsync(string reference, Guid referralId, Seen seen, Author by, CancellationToken ct) => ActAsync(
        reference,
        referralId,
        seen,
        Acts.CancelReferral,
        (request, _, now, today) => request.CancelReferral(referralId, by, now, today),
        ct);

    /// <summary>Corrects a mistaken refusal, which is then awaited again, or a mistaken outcome. As for a first sending, the offer is read and held in the transaction that asks again.</summary>
    public async Task<RequestResult> CorrectAsync(string reference, Guid referralId, Seen seen, string reason, Author by, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var offerIds = await db.Referrals.Where(referral => referral.Id == referralId).Select(referral => referral.OfferId).ToArrayAsync(ct);
        var offers = await db.HoldOffersAsync(offerIds, ct);

        // What was asked and answered would be read again: the rule looks at it too.
        await db.Set<RequestNote>().Where(note => note.ReferralId == referralId).LoadAsync(ct);
        var result = await ActAsync(
            reference,
            referralId,
            seen,
            Acts.CorrectReferral,
            (request, referral, now, today) => request.CorrectReferral(referralId, offers[referral.OfferId], reason, by, now, today),
            ct);
        if (result is RequestResult.Saved) await transaction.CommitAsync(CancellationToken.None);
        return result;
    }

    private Task<RequestResult> HearAsync(string reference, Guid referralId, Seen seen, Act done, HearingForm form, Guid userId, Action<OrientationRequest, Referral, Author, DateTimeOffset, PlusDay> act, CancellationToken ct)
    {
        var by = form.By(userId);
        return ActAsync(
            reference,
            referralId,
            seen,
            done,
            (request, referral, now, today) =>
            {
                act(request, referral, by, now, today);
                request.NoteInformant(referralId, form.Informant!, by, now);
            },
            ct);
    }

    private Task<RequestResult> ActAsync(string reference, Guid referralId, Seen seen, Act done, Action<OrientationRequest, Referral, DateTimeOffset, PlusDay> act, CancellationToken ct) =>
        change.ExecuteAsync(
            reference,
            seen,
            done,
            (request, today) =>
            {
                var referral = request.Referrals.SingleOrDefault(referral => referral.Id == referralId) ?? throw new DomainRuleException(RuleCode.ReferralNotFound);
                act(request, referral, clock.GetUtcNow(), today);
            },
            ct);
}
