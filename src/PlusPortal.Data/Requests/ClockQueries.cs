using Microsoft.EntityFrameworkCore;

namespace PlusPortal.Data.Requests;

/// <summary>A request at which the clock has to look.</summary>
/// <param name="At">Since when, UTC.</param>
/// <param name="RequestId">The request.</param>
public sealed record ClockCursor(DateTimeOffset At, Guid RequestId);

/// <summary>At which requests the clock has to look.</summary>
public static class ClockQueries
{
    extension(PortalDb db)
    {
        /// <summary>The next ones, those that have waited longest first.</summary>
        public Task<List<ClockCursor>> ClocksDueAsync(DateTimeOffset now, ClockCursor? after, int size, CancellationToken ct)
        {
            var due = db.OrientationRequests.Where(request => request.ClockAt <= now);
            if (after is { } last) due = due.Where(request => request.ClockAt > last.At || (request.ClockAt == last.At && request.Id > last.RequestId));
            return due.OrderBy(request => request.ClockAt).ThenBy(request => request.Id).Take(size).Select(request => new ClockCursor(request.ClockAt!.Value, request.Id)).ToListAsync(ct);
        }
    }
}
