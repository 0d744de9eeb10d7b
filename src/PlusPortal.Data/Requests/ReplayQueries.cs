using Microsoft.EntityFrameworkCore;
using PlusPortal.Domain.Matching.Evaluation;
using PlusPortal.Domain.Requests;

namespace PlusPortal.Data.Requests;

/// <summary>Reads of past requests as the matcher knows them.</summary>
public static class ReplayQueries
{
    extension(IQueryable<OrientationRequest> requests)
    {
        /// <summary>The last requests sent, the latest first: what the matcher is told, on the values in force, without the person nor the stored result. An anonymous one has no need to read any more.</summary>
        public async Task<IReadOnlyList<ReplaySubject>> LatestCriteriaAsync(int count, CancellationToken ct)
        {
            var rows = await requests.AsNoTracking()
                .Where(request => request.AnonymisedAt == null)
                .OrderByDescending(request => request.SubmittedAt).ThenByDescending(request => request.Id)
                .Take(count)
                .Select(request => new { request.Reference, request.Declared, request.Correction, request.Stage, request.SubStage, request.Themes })
                .ToListAsync(ct);
            return [.. rows.Select(row => new ReplaySubject(row.Reference, OrientationRequest.CriteriaOf(row.Declared, row.Correction?.Place ?? row.Declared.Place, row.Stage, row.SubStage, row.Themes)))];
        }
    }
}
