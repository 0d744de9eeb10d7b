using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Web.Features.Shared.Matching;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Profile;

namespace PlusPortal.Web.Features.Admin.Requests.Choosing;

/// <summary>Runs the matcher again, on the corrected values and the directory of now. What was chosen already stays chosen.</summary>
public sealed class RunMatching(RequestChange change, RequestMatcher matcher, CurrentProfile profile, TimeProvider clock)
{
    /// <summary>Runs it and stores the result with the request.</summary>
    public async Task<RequestResult> ExecuteAsync(string reference, Seen seen, Author by, CancellationToken ct)
    {
        var request = await change.FindAsync(reference, ct);
        if (request is null) return new RequestResult.NotFound();
        if (seen.ConflictsWith(request)) return new RequestResult.Conflict();

        var result = await matcher.MatchAsync(request, ct);
        var today = await profile.TodayAsync(ct);
        var refused = RequestChange.Decide(() => request.RecordMatching(result, clock.GetUtcNow(), today, by));
        return refused ?? await change.SaveAsync(request, Acts.RecordMatching, ct);
    }
}
