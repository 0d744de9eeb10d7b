using System.Diagnostics;
using Microsoft.Extensions.Options;
using PlusPortal.Data;
using PlusPortal.Data.Changes;
using PlusPortal.Data.Matching;
using PlusPortal.Domain.Matching.Search;
using PlusPortal.Web.Jobs;

namespace PlusPortal.Web.Features.Shared.Matching;

/// <summary>
/// The matcher's snapshot of the directory, shared by all requests of this node. The database tells which actors changed
/// and the next snapshot is made aside, then takes the place of the former: readers never wait, except for the very first.
/// While the database cannot tell, readers ask for the directory's version, at most every second.
/// </summary>
public sealed class CatalogCache(IServiceScopeFactory scopes, IOptions<CatalogOptions> options) : IChangeFollower, IDisposable
{
    private readonly RefreshTurn turn = new();
    private volatile Snapshot? current;
    private volatile bool isTold;

    /// <inheritdoc />
    public string Topic => ChangeChannel.Directory;

    /// <inheritdoc />
    public bool IsTold
    {
        set => isTold = value;
    }

    /// <summary>The snapshot, no older than the setting allows.</summary>
    public async Task<OfferCatalog> GetAsync(CancellationToken ct)
    {
        var known = current;
        if (known is not null && IsFresh(known)) return known.Catalog;

        // One reader refreshes while the others go on with what they have; without a snapshot, or when every change
        // must be seen at once, all wait.
        var mustWait = known is null || options.Value.CheckEverySeconds <= 0;
        var refreshed = await turn.RunAsync(() => current is { } latest && IsFresh(latest) ? Task.FromResult(latest) : RefreshAsync(current, ct), mustWait, ct);
        return (refreshed ?? known!).Catalog;
    }

    /// <inheritdoc />
    public async Task ReloadAsync(IReadOnlyCollection<string> told, CancellationToken ct)
    {
        var actorIds = told.Select(name => Guid.TryParse(name, out var id) ? id : Guid.Empty).ToHashSet();
        await turn.RunAsync(() => current is { } known ? ReloadAsync(known, actorIds, ct) : RefreshAsync(null, ct), mustWait: true, ct);
    }

    public void Dispose() => turn.Dispose();

    /// <summary>What is told is all that changed, or nothing is told and everything is compared. The version stays that of the last time that everything was looked at: who asks for it next looks at everything.</summary>
    private async Task<Snapshot> ReloadAsync(Snapshot known, HashSet<Guid> actorIds, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        db.Database.WaitPatiently();
        var isAll = actorIds.Count == 0 || actorIds.Contains(Guid.Empty);
        return current = known with { Catalog = await (isAll ? db.LoadNextCatalogAsync(known.Catalog, ct) : db.LoadNextCatalogAsync(known.Catalog, actorIds, ct)) };
    }

    private async Task<Snapshot> RefreshAsync(Snapshot? known, CancellationToken ct)
    {
        var startedAt = Stopwatch.GetTimestamp();
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();

        // The version is read first: a change between the two reads is loaded twice, never missed.
        var version = await db.ReadCatalogVersionAsync(ct);
        if (known is not null && known.Version == version) return current = known with { CheckedAt = startedAt };

        // It answers: now it may take its time.
        db.Database.WaitPatiently();
        return current = new Snapshot(known is null ? await db.LoadCatalogAsync(ct) : await db.LoadNextCatalogAsync(known.Catalog, ct), version, startedAt);
    }

    private bool IsFresh(Snapshot snapshot) => isTold || Stopwatch.GetElapsedTime(snapshot.CheckedAt).TotalSeconds < options.Value.CheckEverySeconds;

    private sealed record Snapshot(OfferCatalog Catalog, CatalogVersion Version, long CheckedAt);
}
