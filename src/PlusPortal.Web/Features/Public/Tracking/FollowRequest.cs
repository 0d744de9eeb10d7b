using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Requests;
using PlusPortal.Domain;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Deadlines;
using PlusPortal.Domain.Requests.Ladder;
using PlusPortal.Domain.Requests.Masking;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Requests.Timelines;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Email;
using PlusPortal.Web.Features.Shared.Answers;
using PlusPortal.Web.Features.Shared.Matching;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Profile;

namespace PlusPortal.Web.Features.Public.Tracking;

/// <summary>
/// What the structure may do on its tracking page. Each act is load, decide, announce, save, once more when somebody else saved
/// in between; the rules then judge the present state, so the first valid move wins.
/// </summary>
public sealed class FollowRequest(PortalDb db, Announcer announcer, CurrentProfile profile, CurrentLexicon lexicon, TimeProvider clock)
{
    /// <summary>The address works: the person pressed the button that the link showed.</summary>
    public Task ProveAddressAsync(TrackedRequest tracked, CancellationToken ct) => ActAsync(
        tracked,
        (request, now, _) => request.ProveAddress(now),
        ct);

    /// <summary>Answers the question of PLUS.</summary>
    public Task AnswerStaffAsync(TrackedRequest tracked, AnswerForm form, CancellationToken ct) => ActAsync(
        tracked,
        (request, now, today) =>
        {
            EnsureCurrent(request.Notes.LastQuestion(referralId: null), form.QuestionId);
            request.AnswerQuestion(form.Answer!, tracked.By, now, today);
        },
        ct);

    /// <summary>Answers the question of an actor, which reads it at once: what seems too personal for that is shown to the structure first, which writes otherwise or has it masked.</summary>
    /// <returns>Passages to mask or to write otherwise; empty when the answer is given.</returns>
    public async Task<IReadOnlyList<ProposedPassage>> AnswerActorAsync(TrackedRequest tracked, Guid referralId, AnswerForm form, CancellationToken ct)
    {
        IReadOnlyList<ProposedPassage> personal = [];
        var words = await lexicon.GetAsync(ct);
        await ActAsync(
            tracked,
            (request, now, today) =>
            {
                EnsureCurrent(request.Notes.LastQuestion(referralId), form.QuestionId);
                request.ReadWith(words);
                var answer = form.MasksPersonal ? request.WithoutSensitive(form.Answer!) : form.Answer!;
                personal = request.SensitiveIn(answer);
                if (personal.Count == 0) request.GiveInformation(referralId, answer, tracked.By, now, today);
            },
            ct);
        return personal;
    }

    /// <summary>Agrees that an actor receives the request; PLUS sends it.</summary>
    public Task AgreeAsync(TrackedRequest tracked, Guid referralId, CancellationToken ct) => ActAsync(
        tracked,
        (request, now, today) => request.GiveConsent(referralId, tracked.By, now, today),
        ct);

    /// <summary>Refuses an actor, or takes the request back from it.</summary>
    public Task RefuseAsync(TrackedRequest tracked, Guid referralId, CancellationToken ct) => ActAsync(
        tracked,
        (request, now, today) => request.CancelReferral(referralId, tracked.By, now, today),
        ct);

    /// <summary>« Cette date me convient »; a second press finds it done.</summary>
    public Task AgreeToDateAsync(TrackedRequest tracked, Guid referralId, CancellationToken ct) => ActAsync(
        tracked,
        (request, now, today) =>
        {
            if (Find(request, referralId) is { Status: ReferralStatus.Accepted, StartsOn: not null }) return;
            request.AgreeToDate(referralId, tracked.By, now, today);
        },
        ct);

    /// <summary>The outcome that the actor noted is right; a second press finds it done.</summary>
    public Task ConfirmOutcomeAsync(TrackedRequest tracked, Guid referralId, CancellationToken ct) => ActAsync(
        tracked,
        (request, now, today) =>
        {
            if (Find(request, referralId)?.OutcomeState == OutcomeState.Confirmed) return;
            request.ConfirmOutcome(referralId, tracked.By, now, today);
        },
        ct);

    /// <summary>The structure says otherwise; a second press finds it done.</summary>
    public Task ContestOutcomeAsync(TrackedRequest tracked, Guid referralId, string? comment, CancellationToken ct) => ActAsync(
        tracked,
        (request, now, today) =>
        {
            if (Find(request, referralId)?.OutcomeState == OutcomeState.Contested) return;
            request.ContestOutcome(referralId, comment, tracked.By, now, today);
        },
        ct);

    /// <summary>How far the help went, as the structure saw it; the same word twice is one.</summary>
    public Task<RungResult> ReportAsync(TrackedRequest tracked, Guid referralId, RungSeen seen, CancellationToken ct) => RungResult.CatchAsync(async () =>
    {
        var isNew = false;
        await ActAsync(
            tracked,
            (request, now, today) => isNew = request.ReportRung(referralId, seen, tracked.By, now, today),
            ct,
            found => found.Include(request => request.LadderReports));
        return (true, isNew);
    });

    /// <summary>Takes back what the structure noted by mistake; a second press finds it done.</summary>
    public Task TakeRungBackAsync(TrackedRequest tracked, Guid referralId, Guid reportId, CancellationToken ct) => ActAsync(
        tracked,
        (request, now, today) => request.TakeRungBack(referralId, reportId, tracked.By, now, today),
        ct,
        found => found.Include(request => request.LadderReports).Include(request => request.Timeline));

    /// <summary>« Aucun ne me convient »: PLUS searches again.</summary>
    public Task RefuseAllAsync(TrackedRequest tracked, string? message, CancellationToken ct) => ActAsync(
        tracked,
        (request, now, today) => request.RefuseProposals(message, tracked.By, now, today),
        ct);

    /// <summary>« Personne ne m’a rappelée »: due at once for PLUS.</summary>
    public Task ReportSilenceAsync(TrackedRequest tracked, string? message, CancellationToken ct) => ActAsync(
        tracked,
        (request, now, today) => request.ReportNotCalledBack(message, tracked.By, now, today),
        ct);

    /// <summary>Withdraws the request; the actors that had it are told.</summary>
    public Task WithdrawAsync(TrackedRequest tracked, string? message, CancellationToken ct) => ActAsync(
        tracked,
        (request, now, today) => request.Close(ClosingReasons.AbandonStructure, message, keptRequest: null, tracked.By, now, today),
        ct);

    private Task ActAsync(
        TrackedRequest tracked, Action<OrientationRequest, DateTimeOffset, PlusDay> act, CancellationToken ct, Func<IQueryable<OrientationRequest>, IQueryable<OrientationRequest>>? with = null) => db.RetryOnceAsync(async () =>
    {
        var found = db.OrientationRequests.WithReferrals().Include(request => request.Notes).AsSplitQuery();
        var request = await (with is null ? found : with(found)).SingleAsync(request => request.Id == tracked.RequestId, ct);
        act(request, clock.GetUtcNow(), await profile.TodayAsync(ct));
        await announcer.AnnounceAsync(request, ct);
        return await db.SaveChangesAsync(ct);
    });

    private static Referral? Find(OrientationRequest request, Guid referralId) => request.Referrals.FirstOrDefault(referral => referral.Id == referralId);

    private static void EnsureCurrent(RequestNote? question, Guid answeredId)
    {
        if (question?.Id != answeredId) throw new DomainRuleException(RuleCode.NoOpenQuestion);
    }
}
