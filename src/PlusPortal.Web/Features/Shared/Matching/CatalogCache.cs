using System.Diagnostics;
using Microsoft.Extensions.Options;
using PlusPortal.Data;
using PlusPortal.Data.Offers;
using PlusPortal.Domain.Matching;

namespace PlusPortal.Web.Features.Shared.Matching;

/// <summary>Settings of the snapshot, under « Catalog » in the configuration.</summary>
public sealed class CatalogOptions
{
    public const string Section = "Catalog";

    /// <summary>Seconds for which a snapshot is used without asking the database whether the directory changed; 0 asks each time.</summary>
    public double CheckEverySeconds { get; set; } = 1;
}

/// <summary>
/// The matcher's snapshot of the directory, shared by all requests of this node. At most every second it asks the
/// database for the directory's version, and loads again when that moved; readers never wait for each other except
/// for the very first snapshot.
/// </summary>
public sealed class CatalogCache(IServiceScopeFactory scopes, IOptions<CatalogOptions> options) : IDisposable
{
    private readonly SemaphoreSlim refreshing = new(1, 1);
    private volatile Snapshot? current;

    /// <summary>The snapshot, no older than the setting allows.</summary>
    public async Task<OfferCatalog> GetAsync(CancellationToken ct)
    {
        var known = current;
        if (known is not null && IsFresh(known)) return known.Catalog;

        // One reader refreshes while the others go on with what they have; without a snapshot, or when every change
        // must be seen at once, all wait.
        var mustWait = known is null || options.Value.CheckEverySeconds <= 0;
        if (!await refreshing.WaitAsync(mustWait ? Timeout.InfiniteTimeSpan : TimeSpan.Zero, ct)) return known!.Catalog;
        try
        {
            known = current;
            if (known is not null && IsFresh(known)) return known.Catalog;
            current = known = await RefreshAsync(known, ct);
            return known.Catalog;
        }
        finally
        {
            refreshing.Release();
        }
    }

    public void Dispose() => refreshing.Dispose();

    private async Task<Snapshot> RefreshAsync(Snapshot? known, CancellationToken ct)
    {
        var startedAt = Stopwatch.GetTimestamp();
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();

        // The version is read first: a change between the two reads is loaded twice, never missed.
        var version = await db.ReadCatalogVersionAsync(ct);
        var catalog = known is not null && known.Version == version ? known.Catalog : await db.LoadCatalogAsync(ct);
        return new Snapshot(catalog, version, startedAt);
    }

    private bool IsFresh(Snapshot snapshot) => Stopwatch.GetElapsedTime(snapshot.CheckedAt).TotalSeconds < options.Value.CheckEverySeconds;

    private sealed record Snapshot(OfferCatalog Catalog, CatalogVersion Version, long CheckedAt);
}
