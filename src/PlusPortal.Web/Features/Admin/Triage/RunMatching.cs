using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Labels;

namespace PlusPortal.Web.Features.Admin.Triage;

/// <summary>Runs the matcher again, on the corrected values and the directory of now. What was chosen already stays chosen.</summary>
public sealed class RunMatching(PortalDb db, TimeProvider clock)
{
    /// <summary>Runs it and stores the result with the request.</summary>
    public async Task<TriageResult> ExecuteAsync(string reference, Seen seen, Author by, CancellationToken ct)
    {
        var catalog = OfferCatalog.From(await db.SupportActors.AsNoTracking().Where(actor => actor.IsActive).Include(actor => actor.Offers).ToListAsync(ct));
        return await db.ChangeAsync(
            reference,
            seen,
            Done.Matched,
            request =>
            {
                var result = MatchingService.Match(request.ToCriteria(), catalog, rules: null, clock.TodayInParis);
                request.RecordMatching(result with { Signals = [.. result.Signals, .. SeenElsewhere(request)] }, clock.GetUtcNow(), clock.TodayInParis, by);
            },
            ct);
    }

    /// <summary>Signals that come from the sending or from other requests, not from the text: a new search cannot find them again.</summary>
    private static IEnumerable<DetectedSignal> SeenElsewhere(OrientationRequest request) =>
        request.Matching?.Signals.Where(signal => signal.Code is TriageSignals.Indesirable or TriageSignals.Doublon) ?? [];
}
