using Microsoft.EntityFrameworkCore;
using PlusPortal.Domain.Profile;

namespace PlusPortal.Data.Profile;

/// <summary>Reads of what PLUS decided about itself.</summary>
public static class ProfileQueries
{
    extension(PortalDb db)
    {
        /// <summary>Every change of a setting of PLUS.</summary>
        public DbSet<ProfileChange> ProfileChanges => db.Set<ProfileChange>();

        /// <summary>Number of the last change, 0 when there is none.</summary>
        public async Task<int> ReadProfileNumberAsync(CancellationToken ct) => await db.ProfileChanges.MaxAsync(change => (int?)change.Number, ct) ?? 0;

        /// <summary>The latest change of each setting: one of each at most.</summary>
        public async Task<List<ProfileChange>> LatestProfileChangesAsync(CancellationToken ct) => await db.ProfileChanges.AsNoTracking()
            .Where(change => !db.Set<ProfileChange>().Any(later => later.Setting == change.Setting && later.Number > change.Number))
            .ToListAsync(ct);
    }
}
