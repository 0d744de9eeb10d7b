using PlusPortal.Data;
using PlusPortal.Data.Requests;
using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Matching.Search;
using PlusPortal.Domain.Matching.Triage;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Telemetry;

namespace PlusPortal.Web.Features.Shared.Matching;

/// <summary>Matches a request with the directory of now, and with the earlier requests: one that looks the same is pointed at, nothing is merged.</summary>
public sealed class RequestMatcher(PortalDb db, CatalogCache catalog, PublishedRules rules, CurrentLexicon lexicon, TimeProvider clock)
{
    /// <summary>The result to record with the request, on the values in force.</summary>
    public async Task<MatchResult> MatchAsync(OrientationRequest request, CancellationToken ct)
    {
        var candidate = request.ToDuplicateCandidate();
        var duplicate = Duplicates.Find(candidate, await db.DuplicateCandidatesAsync(candidate, ct));
        var (offers, published, words) = (await catalog.GetAsync(ct), await rules.GetAsync(ct), await lexicon.GetAsync(ct));
        return PortalTelemetry.Matching("request", () => MatchingService.Match(request.ToCriteria(), offers, published, clock.TodayInParis, words))
            .With(SeenAtSending(request))
            .With(duplicate is null ? [] : [duplicate]);
    }

    /// <summary>What the way of sending showed (a trap filled, a form filled in seconds) cannot be found again in the text.</summary>
    private static IEnumerable<DetectedSignal> SeenAtSending(OrientationRequest request) =>
        request.Matching?.Signals.Where(signal => signal.Code == TriageSignals.Indesirable) ?? [];
}
