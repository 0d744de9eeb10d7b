using Microsoft.EntityFrameworkCore;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Matching;

namespace PlusPortal.Data.Offers;

/// <summary>State of the directory: when it differs, somebody changed an actor or an offer.</summary>
/// <param name="Rows">How many actors and offers there are.</param>
/// <param name="Writes">Sum of the row versions.</param>
public sealed record CatalogVersion(long Rows, decimal Writes);

/// <summary>Reads of the matcher's snapshot.</summary>
public static class CatalogQueries
{
    extension(PortalDb db)
    {
        /// <summary>Snapshot of what may be proposed: two SQL commands (actors, then offers), whatever the size of the directory.</summary>
        public async Task<OfferCatalog> LoadCatalogAsync(CancellationToken ct) => OfferCatalog.From(
            await db.SupportActors
                .AsNoTracking()
                .Where(actor => actor.IsActive && !actor.IsSample)
                .Include(actor => actor.Offers.Where(offer => offer.State == OfferState.Published || offer.State == OfferState.Suspended))
                .OrderBy(actor => actor.Id)
                .ToListAsync(ct));

        /// <summary>Version of the directory. SQL by hand because EF cannot sum <c>xmin</c>: unlike a last date of change, it also moves when a slow transaction commits after a quick one.</summary>
        public Task<CatalogVersion> ReadCatalogVersionAsync(CancellationToken ct) => db.Database.SqlQuery<CatalogVersion>(
            $"""
            select count(*) as rows, coalesce(sum(version), 0) as writes
            from (select xmin::text::numeric as version from support_actors union all select xmin::text::numeric from support_offers) as directory
            """).SingleAsync(ct);
    }
}
