using System.Diagnostics;
using Microsoft.Extensions.Options;
using PlusPortal.Data;
using PlusPortal.Data.Changes;
using PlusPortal.Data.Profile;
using PlusPortal.Domain.Profile;
using PlusPortal.Domain.Requests.Deadlines;
using PlusPortal.Web.Features.Shared.Matching;
using PlusPortal.Web.Jobs;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Links;
using PlusPortal.Web.Telephones;

namespace PlusPortal.Web.Profile;

/// <summary>
/// What PLUS decided about itself, over the first values of the configuration: shared by all requests of this node and read again
/// when the database tells that it changed. While it cannot tell, readers ask for the number of the last change, at most every
/// second; while it does not answer at all, what was known stays true (docs/adr/0022).
/// </summary>
public sealed class CurrentProfile(
    IServiceScopeFactory scopes, IOptions<PortalOptions> portal, IOptions<StaffOptions> staff, IOptions<CatalogOptions> options, TimeProvider clock, ILogger<CurrentProfile> logger) : IChangeFollower
{
    private volatile Snapshot? current;
    private volatile bool isTold;

    /// <inheritdoc />
    public string Topic => ChangeChannel.Profile;

    /// <inheritdoc />
    public bool IsTold
    {
        set => isTold = value;
    }

    /// <summary>What was known when somebody last asked: for the pages that must not wait for the database.</summary>
    public PlusProfile LastKnown => current?.Profile ?? Configured();

    /// <summary>The profile, no older than the setting allows.</summary>
    public async ValueTask<PlusProfile> GetAsync(CancellationToken ct)
    {
        if (current is not { } known) return (await RefreshAsync(ct)).Profile;
        if (isTold || Stopwatch.GetElapsedTime(known.CheckedAt).TotalSeconds < options.Value.CheckEverySeconds) return known.Profile;
        try
        {
            return (await RefreshAsync(ct)).Profile;
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            logger.LogWarning(failure, "The settings of PLUS could not be read again: those read before stay");
            current = known with { CheckedAt = Stopwatch.GetTimestamp() };
            return known.Profile;
        }
    }

    /// <summary>Today, with the calendar of PLUS.</summary>
    public async ValueTask<PlusDay> TodayAsync(CancellationToken ct) => PlusDay.At(clock.GetUtcNow().InParis.DateTime, (await GetAsync(ct)).Calendar);

    /// <summary>How to reach PLUS, in words.</summary>
    public async ValueTask<Reach> ReachAsync(CancellationToken ct) => Reach.Of(await GetAsync(ct), clock.TodayInParis);

    /// <summary>The same as far as it is known, without the database.</summary>
    public Reach LastKnownReach => Reach.Of(LastKnown, clock.TodayInParis);

    /// <inheritdoc />
    public Task ReloadAsync(IReadOnlyCollection<string> told, CancellationToken ct) => RefreshAsync(ct);

    /// <summary>What the latest changes make of the first values.</summary>
    public PlusProfile Over(IEnumerable<ProfileChange> latest) => latest.Aggregate(Configured(), (profile, change) => profile.With(change.Setting, change.After));

    private async Task<Snapshot> RefreshAsync(CancellationToken ct)
    {
        var startedAt = Stopwatch.GetTimestamp();
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        if (current is { } known && await db.ReadProfileNumberAsync(ct) == known.Number) return current = known with { CheckedAt = startedAt };
        var latest = await db.LatestProfileChangesAsync(ct);
        return current = new Snapshot(Over(latest), latest.Count == 0 ? 0 : latest.Max(change => change.Number), startedAt);
    }

    private PlusProfile Configured()
    {
        var audience = Filled(staff.Value.NotificationAddress) is { } mailbox ? StaffAudience.Of([mailbox]) : StaffAudience.EveryAccount;
        return new PlusProfile { Phone = Telephone.Stored(Filled(portal.Value.Phone)), Email = Filled(portal.Value.Email), UrgentRequest = audience, StaffAttention = audience };
    }

    private static string? Filled(string? setting) => string.IsNullOrWhiteSpace(setting) ? null : setting.Trim();

    private sealed record Snapshot(PlusProfile Profile, int Number, long CheckedAt);
}
