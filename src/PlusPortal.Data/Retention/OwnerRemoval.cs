using Microsoft.EntityFrameworkCore;

namespace PlusPortal.Data.Retention;

/// <summary>What the portal may not delete or change by itself: the owner of the schema does it in functions that touch only what is past its term, whatever instant they are told (<c>Schema/50-retention.sql</c>).</summary>
/// <remarks>Raw SQL because EF calls no function that writes.</remarks>
public static class OwnerRemoval
{
    extension(PortalDb db)
    {
        /// <summary>Unwanted requests to delete, as <see cref="DeleteSpamRequestsAsync"/> finds them.</summary>
        public Task<int> CountSpamRequestsAsync(DateTimeOffset at, CancellationToken ct) => CountAsync(db, $"select count(*)::int as \"Value\" from spam_requests_due({at.ToUniversalTime()})", ct);

        /// <summary>Lines of the security log to delete, as <see cref="DeleteSecurityEventsAsync"/> finds them.</summary>
        public Task<int> CountSecurityEventsAsync(DateTimeOffset at, CancellationToken ct) => CountAsync(db, $"select count(*)::int as \"Value\" from security_events_due({at.ToUniversalTime()})", ct);

        /// <summary>Lines of the audit that say no more about whom, as <see cref="PseudonymiseAuditAsync"/> finds them.</summary>
        public Task<int> CountAuditToPseudonymiseAsync(DateTimeOffset at, CancellationToken ct) => CountAsync(db, $"select count(*)::int as \"Value\" from audit_events_due({at.ToUniversalTime()})", ct);

        /// <summary>Deletes a batch of unwanted requests that no actor had, with everything about them. Commits by itself. Returns how many.</summary>
        public Task<int> DeleteSpamRequestsAsync(DateTimeOffset now, CancellationToken ct) => CountAsync(db, $"select delete_spam_requests({now.ToUniversalTime()}, {BatchDeletion.Size}) as \"Value\"", ct);

        /// <summary>Deletes a batch of the security log. Commits by itself. Returns how many.</summary>
        public Task<int> DeleteSecurityEventsAsync(DateTimeOffset now, CancellationToken ct) => CountAsync(db, $"select delete_security_events({now.ToUniversalTime()}, {BatchDeletion.Size}) as \"Value\"", ct);

        /// <summary>Has a batch of the audit say no more about whom. Commits by itself. Returns how many.</summary>
        public Task<int> PseudonymiseAuditAsync(DateTimeOffset now, CancellationToken ct) => CountAsync(db, $"select pseudonymise_audit({now.ToUniversalTime()}, {BatchDeletion.Size}) as \"Value\"", ct);
    }

    private static Task<int> CountAsync(PortalDb db, FormattableString sql, CancellationToken ct) => db.Database.SqlQuery<int>(sql).SingleAsync(ct);
}
