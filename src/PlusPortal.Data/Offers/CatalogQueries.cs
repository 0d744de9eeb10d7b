using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Matching;

namespace PlusPortal.Data.Offers;

/// <summary>State of the directory: when it differs, somebody changed an actor or an offer.</summary>
/// <param name="Rows">How many actors and offers there are.</param>
/// <param name="Writes">Sum of the row versions.</param>
public sealed record CatalogVersion(long Rows, decimal Writes);

/// <summary>Row versions of an offer and of its actor: equal ones mean equal contents.</summary>
public readonly record struct CatalogRow(Guid OfferId, uint OfferVersion, uint ActorVersion);

/// <summary>A catalogue with the versions of the rows that it was made from, so that the next one reads only what changed.</summary>
/// <param name="Catalog">The catalogue.</param>
/// <param name="Rows">Versions, read before the contents: what changed in between is read again next time, never missed.</param>
public sealed record CatalogSnapshot(OfferCatalog Catalog, IReadOnlyDictionary<Guid, CatalogRow> Rows);

/// <summary>Reads of the matcher's snapshot.</summary>
public static class CatalogQueries
{
    /// <summary>Changed offers that are read by their identifiers; beyond, everything is read again.</summary>
    private const int MostReadApart = 2_000;

    private static readonly Expression<Func<SupportOffer, bool>> IsMatched = offer =>
        (offer.State == OfferState.Published || offer.State == OfferState.Suspended) && offer.Actor!.IsActive && !offer.Actor.IsSample;

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

        /// <summary>The next snapshot: offers of the former one are kept as long as neither they nor their actor changed.</summary>
        public async Task<CatalogSnapshot> LoadCatalogSnapshotAsync(CatalogSnapshot? former, CancellationToken ct)
        {
            var rows = await db.SupportOffers.Where(IsMatched).Select(offer => new CatalogRow(offer.Id, offer.Version, offer.Actor!.Version)).ToDictionaryAsync(row => row.OfferId, ct);
            if (former is null) return new CatalogSnapshot(await db.LoadCatalogAsync(ct), rows);

            var kept = former.Catalog.Offers
                .Where(offer => rows.TryGetValue(offer.OfferId, out var row) && former.Rows.TryGetValue(offer.OfferId, out var known) && row == known)
                .ToList();
            var changed = rows.Keys.Except(kept.Select(offer => offer.OfferId)).ToList();
            if (changed.Count > MostReadApart) return new CatalogSnapshot(await db.LoadCatalogAsync(ct), rows);

            var read = await db.SupportOffers.AsNoTracking().Include(offer => offer.Actor).Where(IsMatched).Where(offer => changed.Contains(offer.Id)).ToListAsync(ct);
            return new CatalogSnapshot(new OfferCatalog([.. kept, .. read.Select(offer => CatalogOffer.Of(offer.Actor!, offer))]), rows);
        }

        /// <summary>Version of the directory. SQL by hand because EF cannot sum <c>xmin</c>: unlike a last date of change, it also moves when a slow transaction commits after a quick one.</summary>
        public Task<CatalogVersion> ReadCatalogVersionAsync(CancellationToken ct) => db.Database.SqlQuery<CatalogVersion>(
            $"""
            select count(*) as rows, coalesce(sum(version), 0) as writes
            from (select xmin::text::numeric as version from support_actors union all select xmin::text::numeric from support_offers) as directory
            """).SingleAsync(ct);
    }
}
