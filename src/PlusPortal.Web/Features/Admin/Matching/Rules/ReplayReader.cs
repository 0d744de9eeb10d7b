using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Requests;
using PlusPortal.Domain.Matching.Evaluation;
using PlusPortal.Domain.Matching.Rules;
using PlusPortal.Web.Features.Shared.Matching;
using PlusPortal.Web.Labels;

namespace PlusPortal.Web.Features.Admin.Matching.Rules;

/// <summary>Replays a draft on the last requests: one query for all of them, and a bounded time.</summary>
public sealed class ReplayReader(PortalDb db, CatalogCache catalog, CurrentLexicon lexicon, TimeProvider clock)
{
    /// <summary>Longest time that a page waits for the replay.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    /// <summary>Replays both rules on the last requests.</summary>
    public async Task<RulesReplay> ReadAsync(MatchingRules before, MatchingRules after, int requests, CancellationToken ct)
    {
        // The page has just read the two versions: the database answers, and hundreds of requests may take it a while.
        db.Database.WaitPatiently();
        var subjects = await db.OrientationRequests.LatestCriteriaAsync(requests, ct);
        var snapshot = await catalog.GetAsync(ct);
        var words = await lexicon.GetAsync(ct);
        var startedAt = Stopwatch.GetTimestamp();
        return RulesReplay.Run(subjects, snapshot, before, after, clock.TodayInParis, () => ct.IsCancellationRequested || Stopwatch.GetElapsedTime(startedAt) > Longest, words);
    }
}
