using Microsoft.EntityFrameworkCore;

namespace PlusPortal.Data.Audit;

/// <summary>What is asked about the audit.</summary>
public static class AuditQueries
{
    extension(PortalDb db)
    {
        /// <summary>The audit; only ever added to.</summary>
        public DbSet<AuditEvent> AuditEvents => db.Set<AuditEvent>();
    }
}
