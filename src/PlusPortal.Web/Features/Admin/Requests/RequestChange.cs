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

namespace PlusPortal.Web.Features.Admin.Requests;

/// <summary>The shape of a use-case of staff on one request: load, decide, announce, save.</summary>
public sealed class RequestChange(PortalDb db, Announcer announcer, CurrentProfile profile, CurrentLexicon lexicon)
{
    /// <summary>The request to change, with its referrals.</summary>
    public async Task<OrientationRequest?> FindAsync(string reference, CancellationToken ct) =>
        (await db.OrientationRequests.WithReferrals().SingleOrDefaultAsync(request => request.Reference == reference, ct))?.ReadWith(await lexicon.GetAsync(ct));

    /// <summary>The same with every text that was written about it.</summary>
    public async Task<OrientationRequest?> FindWithNotesAsync(string reference, CancellationToken ct) =>
        (await db.OrientationRequests.WithReferrals().Include(request => request.Notes).AsSplitQuery().SingleOrDefaultAsync(request => request.Reference == reference, ct))?.ReadWith(await lexicon.GetAsync(ct));

    /// <summary>A use-case that needs nothing but the request and the day.</summary>
    public async Task<RequestResult> ExecuteAsync(string reference, Seen seen, Act done, Action<OrientationRequest, PlusDay> act, CancellationToken ct)
    {
        var request = await FindAsync(reference, ct);
        if (request is null) return new RequestResult.NotFound();
        if (seen.ConflictsWith(request)) return new RequestResult.Conflict();
        var today = await profile.TodayAsync(ct);
        return Decide(() => act(request, today)) ?? await SaveAsync(request, done, ct);
    }

    /// <summary>Lets the domain decide; a broken rule becomes a sentence on the form, which keeps what was typed.</summary>
    public static RequestResult? Decide(Action act)
    {
        try
        {
            act();
            return null;
        }
        catch (DomainRuleException broken)
        {
            if (broken.Standing is { } standing) return new RequestResult.Refused("Form.On", RungClashWords.ForStaff(standing));
            return new RequestResult.Refused("", RuleSentences.Of(broken.Code));
        }
    }

    /// <summary>Announces what the act did, then the one save; a conflict is an answer, not an error.</summary>
    public async Task<RequestResult> SaveAsync(OrientationRequest request, Act done, CancellationToken ct, bool isByHand = false)
    {
        await announcer.AnnounceAsync(request, ct);
        try
        {
            await db.SaveChangesAsync(ct);
            return new RequestResult.Saved(done, isByHand);
        }
        catch (DbUpdateException lost) when (lost.IsConflict)
        {
            return new RequestResult.Conflict();
        }
    }
}
