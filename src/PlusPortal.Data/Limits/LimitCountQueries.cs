using Microsoft.EntityFrameworkCore;

namespace PlusPortal.Data.Limits;

/// <summary>The counted limits as a table.</summary>
public static class LimitCountQueries
{
    extension(PortalDb db)
    {
        /// <summary>What was counted.</summary>
        public DbSet<LimitCount> LimitCounts => db.Set<LimitCount>();
    }
}
