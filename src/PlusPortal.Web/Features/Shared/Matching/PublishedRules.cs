using System.Diagnostics;
using Microsoft.Extensions.Options;
using PlusPortal.Data;
using PlusPortal.Data.Changes;
using PlusPortal.Data.Matching;
using PlusPortal.Domain.Matching.Rules;
using PlusPortal.Web.Jobs;

namespace PlusPortal.Web.Features.Shared.Matching;

/// <summary>
/// The rules in force, shared by all requests of this node and read again when the database tells that they changed.
/// While it cannot tell, readers ask for the number of the published version, at most every second.
/// </summary>
public sealed class PublishedRules(IServiceScopeFactory scopes, IOptions<CatalogOptions> options) : IChangeFollower
{
    private volatile Snapshot? current;
    private volatile bool isTold;

    /// <inheritdoc />
    public string Topic => ChangeChannel.Rules;

    /// <inheritdoc />
    public bool IsTold
    {
        set => isTold = value;
    }

    /// <summary>The rules, no older than the setting allows.</summary>
    public async ValueTask<MatchingRules> GetAsync(CancellationToken ct)
    {
        if (current is { } known && (isTold || Stopwatch.GetElapsedTime(known.CheckedAt).TotalSeconds < options.Value.CheckEverySeconds)) return known.Rules;
        return (await RefreshAsync(ct)).Rules;
    }

    /// <inheritdoc />
    public Task ReloadAsync(IReadOnlyCollection<string> told, CancellationToken ct) => RefreshAsync(ct);

    private async Task<Snapshot> RefreshAsync(CancellationToken ct)
    {
        var startedAt = Stopwatch.GetTimestamp();
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var known = current;
        var isSame = known is not null && await db.ReadRulesNumberAsync(ct) == known.Rules.Version;
        return current = isSame ? known! with { CheckedAt = startedAt } : new Snapshot(await db.LoadRulesAsync(ct), startedAt);
    }

    private sealed record Snapshot(MatchingRules Rules, long CheckedAt);
}
