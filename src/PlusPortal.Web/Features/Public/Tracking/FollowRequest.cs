using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Requests;
using PlusPortal.Domain;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Deadlines;
using PlusPortal.Domain.Requests.Masking;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Requests.Timelines;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Email;
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
    public Task ProveAddressAsync(Guid requestId, CancellationToken ct) => ActAsync(
        requestId,
        (request, now, _) => request.ProveAddress(now),
        ct);

    /// <summary>Answers the question of PLUS.</summary>
    public Task AnswerStaffAsync(Guid requestId, AnswerForm form, CancellationToken ct) => ActAsync(
        requestId,
        (request, now, today) =>
        {
            EnsureCurrent(request.Notes.LastQuestion(referralId: null), form.QuestionId);
            request.AnswerQuestion(form.Answer!, Author.Structure, now, today);
        },
        ct);

    /// <summary>Answers the question of an actor, which reads it at once: what seems too personal for that is shown to the structure first, which writes otherwise or has it masked.</summary>
    /// <returns>Passages to mask or to write otherwise; empty when the answer is given.</returns>
    public async Task<IReadOnlyList<ProposedPassage>> AnswerActorAsync(Guid requestId, Guid referralId, AnswerForm form, CancellationToken ct)
    {
        IReadOnlyList<ProposedPassage> personal = [];
        var words = await lexicon.GetAsync(ct);
        await ActAsync(
            requestId,
            (request, now, today) =>
            {
                EnsureCurrent(request.Notes.LastQuestion(referralId), form.QuestionId);
                request.ReadWith(words);
                var answer = form.MasksPersonal ? request.WithoutSensitive(form.Answer!) : form.Answer!;
                personal = request.SensitiveIn(answer);
                if (personal.Count == 0) request.GiveInformation(referralId, answer, Author.Structure, now, today);
            },
            ct);
        return personal;
    }

    /// <summary>Agrees that an actor receives the request; PLUS sends it.</summary>
    public Task AgreeAsync(Guid requestId, Guid referralId, CancellationToken ct) => ActAsync(
        requestId,
        (request, now, today) => request.GiveConsent(referralId, Author.Structure, now, today),
        ct);

    /// <summary>Refuses an actor, or takes the request back from it.</summary>
    public Task RefuseAsync(Guid requestId, Guid referralId, CancellationToken ct) => ActAsync(
        requestId,
        (request, now, today) => request.CancelReferral(referralId, Author.Structure, now, today),
        ct);

    /// <summary>« Aucun ne me convient »: PLUS searches again.</summary>
    public Task RefuseAllAsync(Guid requestId, string? message, CancellationToken ct) => ActAsync(
        requestId,
        (request, now, today) => request.RefuseProposals(message, Author.Structure, now, today),
        ct);

    /// <summary>« Je n’ai reçu aucun appel »: due today for PLUS.</summary>
    public Task ReportSilenceAsync(Guid requestId, string? message, CancellationToken ct) => ActAsync(
        requestId,
        (request, now, today) => request.ReportNotCalledBack(message, Author.Structure, now, today),
        ct);

    /// <summary>Withdraws the request; the actors that had it are told.</summary>
    public Task WithdrawAsync(Guid requestId, string? message, CancellationToken ct) => ActAsync(
        requestId,
        (request, now, today) => request.Close(ClosingReasons.AbandonStructure, message, keptRequest: null, Author.Structure, now, today),
        ct);

    private Task ActAsync(Guid requestId, Action<OrientationRequest, DateTimeOffset, PlusDay> act, CancellationToken ct) => db.RetryOnceAsync(async () =>
    {
        var request = await db.OrientationRequests.WithReferrals().Include(request => request.Notes).AsSplitQuery().SingleAsync(request => request.Id == requestId, ct);
        act(request, clock.GetUtcNow(), await profile.TodayAsync(ct));
        await announcer.AnnounceAsync(request, ct);
        return await db.SaveChangesAsync(ct);
    });

    private static void EnsureCurrent(RequestNote? question, Guid answeredId)
    {
        if (question?.Id != answeredId) throw new DomainRuleException(RuleCode.NoOpenQuestion);
    }
}
