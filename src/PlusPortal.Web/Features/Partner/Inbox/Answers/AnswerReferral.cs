using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Requests;
using PlusPortal.Domain;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Deadlines;
using PlusPortal.Domain.Requests.Ladder;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Web.Email;
using PlusPortal.Web.Features.Shared.Answers;
using PlusPortal.Web.Features.Shared.Matching;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Profile;

namespace PlusPortal.Web.Features.Partner.Inbox;

/// <summary>A referral that a partner answers, and who does it.</summary>
public sealed record Answerer(Guid ReferralId, Guid ActorId, Author By);

/// <summary>What came of a refusal.</summary>
public enum DeclineResult
{
    /// <summary>It is recorded.</summary>
    Done,

    /// <summary>The referral is not one of the actor's.</summary>
    NotFound,

    /// <summary>The sentence for the structure tells of somebody: nothing is recorded.</summary>
    Sensitive,
}

/// <summary>
/// What a partner may do with a referral of its actor. Every method returns false when the referral is not one of
/// them. Two partners of one request may answer together: the second reads again and its answer is judged anew.
/// </summary>
public sealed class AnswerReferral(PortalDb db, Announcer announcer, CurrentProfile profile, CurrentLexicon lexicon, TimeProvider clock)
{
    /// <summary>« Je m’en occupe ».</summary>
    public Task<bool> AcceptAsync(Answerer who, CancellationToken ct) => ActAsync(
        who,
        (request, referral, now, today) => request.AcceptReferral(referral.Id, who.By, now, today),
        ct);

    /// <summary>« Oui, mais à partir du… ».</summary>
    public Task<bool> OfferDateAsync(Answerer who, DateOnly startsOn, CancellationToken ct) => ActAsync(
        who,
        (request, referral, now, today) => request.OfferDate(referral.Id, startsOn, who.By, now, today),
        ct);

    /// <summary>Takes the last answer back, while nobody was told of it.</summary>
    public Task<bool> UndoAsync(Answerer who, CancellationToken ct) => ActAsync(
        who,
        (request, referral, now, today) => request.UndoAnswer(referral.Id, who.By, now, today),
        ct,

        // Taking an answer back takes its text back, and the rung that went with it.
        found => found.Include(request => request.Notes).Include(request => request.LadderReports).AsSplitQuery());

    /// <summary>Notes how far the help went; the same word twice is one.</summary>
    public Task<RungResult> ReportAsync(Answerer who, RungSeen seen, CancellationToken ct) =>
        NoteAsync(who, (request, referral, now, today) => request.ReportRung(referral.Id, seen, who.By, now, today), ct);

    /// <summary>Takes back what was noted by mistake; a second press finds it done.</summary>
    public Task<bool> TakeRungBackAsync(Answerer who, Guid reportId, CancellationToken ct) => ActAsync(
        who,
        (request, referral, now, today) => request.TakeRungBack(referral.Id, reportId, who.By, now, today),
        ct,
        found => found.Include(request => request.LadderReports).Include(request => request.Timeline).AsSplitQuery());

    /// <summary>« Ce n’est pas pour moi ».</summary>
    public Task<DeclineResult> DeclineAsync(Answerer who, Decline decline, CancellationToken ct) =>
        GiveUpAsync(who, decline, (request, now, today) => request.DeclineReferral(who.ReferralId, decline, who.By, now, today), ct);

    /// <summary>Hands an accepted request back.</summary>
    public Task<DeclineResult> HandBackAsync(Answerer who, Decline decline, CancellationToken ct) =>
        GiveUpAsync(who, decline, (request, now, today) => request.HandBackReferral(who.ReferralId, decline, who.By, now, today), ct);

    /// <summary>« Il me manque une information ».</summary>
    public Task<bool> AskAsync(Answerer who, string question, CancellationToken ct) => ActAsync(
        who,
        (request, referral, now, today) => request.RequestInformation(referral.Id, question, who.By, now, today),
        ct);

    /// <summary>Ends the support with its outcome, and says how far the need is dealt with.</summary>
    public Task<RungResult> CompleteAsync(Answerer who, OutcomeForm form, CancellationToken ct) => NoteAsync(
        who,
        (request, referral, now, today) =>
        {
            request.CompleteReferral(referral.Id, form.Outcome!, form.Comment, who.By, now, today);
            return request.ReportRung(referral.Id, form.NeedSeen(today.Date), who.By, now, today);
        },
        ct);

    private async Task<DeclineResult> GiveUpAsync(Answerer who, Decline decline, Action<OrientationRequest, DateTimeOffset, PlusDay> act, CancellationToken ct)
    {
        var words = await lexicon.GetAsync(ct);
        try
        {
            var found = await ActAsync(
                who,
                (request, _, now, today) =>
                {
                    request.ReadWith(words);
                    act(request, now, today);
                },
                ct);
            return found ? DeclineResult.Done : DeclineResult.NotFound;
        }
        catch (DomainRuleException broken) when (broken.Code == RuleCode.SensitiveSentence)
        {
            return DeclineResult.Sensitive;
        }
    }

    /// <summary>Notes a rung: what it does not go with is read with it.</summary>
    private Task<RungResult> NoteAsync(Answerer who, Func<OrientationRequest, Referral, DateTimeOffset, PlusDay, bool> note, CancellationToken ct) => RungResult.CatchAsync(async () =>
    {
        var isNew = false;
        var isFound = await ActAsync(
            who,
            (request, referral, now, today) => isNew = note(request, referral, now, today),
            ct,
            found => found.Include(request => request.LadderReports).AsSplitQuery());
        return (isFound, isNew);
    });

    private Task<bool> ActAsync(
        Answerer who, Action<OrientationRequest, Referral, DateTimeOffset, PlusDay> act, CancellationToken ct, Func<IQueryable<OrientationRequest>, IQueryable<OrientationRequest>>? with = null) => db.RetryOnceAsync(async () =>
    {
        var found = db.OrientationRequests.HoldingReferral(who.ReferralId, who.ActorId).WithReferrals();
        var request = await (with is null ? found : with(found)).SingleOrDefaultAsync(ct);
        if (request is null) return false;
        act(request, request.Referrals.Single(referral => referral.Id == who.ReferralId), clock.GetUtcNow(), await profile.TodayAsync(ct));
        await announcer.AnnounceAsync(request, ct);
        await db.SaveChangesAsync(ct);
        return true;
    });
}
