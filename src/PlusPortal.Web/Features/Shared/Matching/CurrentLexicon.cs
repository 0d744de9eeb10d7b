using System.Diagnostics;
using Microsoft.Extensions.Options;
using PlusPortal.Data;
using PlusPortal.Data.Changes;
using PlusPortal.Data.Matching;
using PlusPortal.Domain.Matching.Lexicon;
using PlusPortal.Web.Jobs;

namespace PlusPortal.Web.Features.Shared.Matching;

/// <summary>
/// The lexicon with what staff decided, compiled once a decision and shared by all requests of this node; read again when
/// the database tells that it changed. While it cannot tell, readers ask for the number of the last decision, at most every second.
/// </summary>
/// <remarks>The titles of the offers are read with the lexicon that comes with the portal, see <c>OfferAudiences</c>: the snapshot of the directory does not depend on this one.</remarks>
public sealed class CurrentLexicon(IServiceScopeFactory scopes, IOptions<CatalogOptions> options) : IChangeFollower, IDisposable
{
    private readonly RefreshTurn turn = new();
    private volatile Snapshot? current;
    private volatile bool isTold;

    /// <inheritdoc />
    public string Topic => ChangeChannel.Lexicon;

    /// <inheritdoc />
    public bool IsTold
    {
        set => isTold = value;
    }

    /// <summary>The lexicon, no older than the setting allows.</summary>
    public async ValueTask<NeedLexicon> GetAsync(CancellationToken ct)
    {
        if (current is { } known && (isTold || Stopwatch.GetElapsedTime(known.CheckedAt).TotalSeconds < options.Value.CheckEverySeconds)) return known.Lexicon;
        return (await RefreshAsync(ct)).Lexicon;
    }

    /// <inheritdoc />
    public Task ReloadAsync(IReadOnlyCollection<string> told, CancellationToken ct) => RefreshAsync(ct);

    public void Dispose() => turn.Dispose();

    private async Task<Snapshot> RefreshAsync(CancellationToken ct) => (await turn.RunAsync(() => ReadAsync(ct), mustWait: true, ct))!;

    private async Task<Snapshot> ReadAsync(CancellationToken ct)
    {
        var startedAt = Stopwatch.GetTimestamp();
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        if (current is { } known && await db.ReadLexiconNumberAsync(ct) == known.Number) return current = known with { CheckedAt = startedAt };
        var latest = await db.LatestLexiconChangesAsync(ct);
        return current = new Snapshot(NeedLexicon.Edited(latest), latest.Count == 0 ? 0 : latest.Max(change => change.Number), startedAt);
    }

    private sealed record Snapshot(NeedLexicon Lexicon, int Number, long CheckedAt);
}
