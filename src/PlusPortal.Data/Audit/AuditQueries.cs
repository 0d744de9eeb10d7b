using Microsoft.EntityFrameworkCore;

namespace PlusPortal.Data.Audit;

/// <summary>An event with the names that a reader needs.</summary>
/// <param name="Event">The event.</param>
/// <param name="ActorName">Who did it, while the account has a name.</param>
/// <param name="Reference">The request that it is about, while there is one.</param>
public sealed record AuditLine(AuditEvent Event, string? ActorName, string? Reference);

/// <summary>What is asked about the audit.</summary>
public static class AuditQueries
{
    extension(PortalDb db)
    {
        /// <summary>The audit; only ever added to.</summary>
        public DbSet<AuditEvent> AuditEvents => db.Set<AuditEvent>();

        /// <summary>Events with their names, the newest first. Names are read for the lines asked for alone: the list is cut before.</summary>
        public IQueryable<AuditLine> AuditLines(AuditFilter filter, ListCursor? after, int most)
        {
            var events = db.AuditEvents.AsNoTracking().Matching(filter);
            if (after is { Instant: { } at, Id: var id }) events = events.Where(line => line.At < at || (line.At == at && line.Id < id));
            var cut = events.OrderByDescending(line => line.At).ThenByDescending(line => line.Id).Take(most);
            return cut.Select(line => new AuditLine(
                    line,
                    db.Users.Where(user => user.Id == line.ActorId).Select(user => user.DisplayName).FirstOrDefault(),
                    db.OrientationRequests.Where(request => request.Id == line.RequestId).Select(request => request.Reference).FirstOrDefault()));
        }
    }

    extension(IQueryable<AuditEvent> events)
    {
        /// <summary>Those of a filter.</summary>
        public IQueryable<AuditEvent> Matching(AuditFilter filter)
        {
            if (filter.Area is { } area) events = events.Where(line => line.Area == area);
            if (filter.Kind is { } kind) events = events.Where(line => line.Kind == kind);
            if (filter.From is { } from) events = events.Where(line => line.At >= from);
            if (filter.Before is { } before) events = events.Where(line => line.At < before);
            if (filter.RequestId is { } request) events = events.Where(line => line.RequestId == request);
            if (filter.Client is { } client) events = events.Where(line => line.Client == client);
            if (filter.People is not { } people) return events;
            var accounts = people.Select(id => id.ToString()).ToList();
            return events.Where(line => people.Contains(line.ActorId!.Value) || accounts.Contains(line.Target!));
        }
    }
}
