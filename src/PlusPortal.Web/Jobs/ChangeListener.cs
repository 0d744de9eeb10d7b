using System.Diagnostics;
using Npgsql;
using PlusPortal.Data;
using PlusPortal.Data.Changes;

namespace PlusPortal.Web.Jobs;

/// <summary>
/// Listens to the database on a connection of its own and has the followers read what changed, on every node
/// within a second. What is told while nobody listens is lost: everything is read again after each connection, and
/// every five minutes anyway.
/// </summary>
/// <remarks>
/// A transaction pooler accepts LISTEN and tells nothing: before relying on the connection, and each time it has been
/// silent for a while, the listener sends itself a message and waits for it. Time is measured, not told: no clock of the tests moves it.
/// </remarks>
public sealed class ChangeListener(IConfiguration configuration, IEnumerable<IChangeFollower> followers, ILogger<ChangeListener> logger) : BackgroundService
{
    /// <summary>Name of the connection among those of the database.</summary>
    public const string ApplicationName = "plus-portal listener";

    private static readonly TimeSpan Burst = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestBurst = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan EchoWithin = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ReloadEvery = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private readonly IChangeFollower[] followers = [.. followers];
    private readonly HashSet<string> heard = new(StringComparer.Ordinal);
    private readonly HashSet<IChangeFollower> behind = [];

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = FirstPause;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(() => pause = FirstPause, stoppingToken);
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                // A background service that throws stops the portal.
                logger.LogWarning(failure, "The database no longer tells of changes, next try in {Pause}", pause);
            }
            finally
            {
                foreach (var follower in followers) follower.IsTold = false;
            }

            await Task.Delay(pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            pause = TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, pause.Ticks * 3));
        }
    }

    private async Task ListenAsync(Action onHeard, CancellationToken ct)
    {
        var settings = new NpgsqlConnectionStringBuilder(configuration.GetConnectionString(DatabaseOptions.ConnectionName)) { Pooling = false, ApplicationName = ApplicationName };
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        connection.Notification += (_, change) => heard.Add(change.Payload);
        await connection.OpenAsync(ct);
        await ExecuteAsync(connection, $"listen {ChangeChannel.Name}", ct);
        await AwaitEchoAsync(connection, ct);
        onHeard();

        var reloadedAt = await ReloadAllAsync(ct);
        while (true)
        {
            if (heard.Count == 0 && !await connection.WaitAsync(Silence, ct)) await AwaitEchoAsync(connection, ct);
            await AwaitEndOfBurstAsync(connection, ct);
            if (Stopwatch.GetElapsedTime(reloadedAt) >= ReloadEvery) reloadedAt = await ReloadAllAsync(ct);
            var changes = heard.ToLookup(ChangeChannel.TopicOf, ChangeChannel.DetailOf);
            heard.Clear();
            foreach (var follower in followers)
            {
                if (changes.Contains(follower.Topic)) await ReloadAsync(follower, changes[follower.Topic], ct);
            }
        }
    }

    /// <summary>Many small transactions in a row become one reload, without waiting for ever.</summary>
    private static async Task AwaitEndOfBurstAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        var startedAt = Stopwatch.GetTimestamp();
        while (await connection.WaitAsync(Burst, ct) && Stopwatch.GetElapsedTime(startedAt) < LongestBurst)
        {
        }
    }

    private async Task AwaitEchoAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        var echo = "echo " + Guid.NewGuid().ToString("N");
        var startedAt = Stopwatch.GetTimestamp();
        await ExecuteAsync(connection, $"select pg_notify('{ChangeChannel.Name}', '{echo}')", ct);
        while (!heard.Remove(echo))
        {
            if (Stopwatch.GetElapsedTime(startedAt) > EchoWithin) throw new TimeoutException("LISTEN was accepted, but nothing is told: is there a transaction pooler in between?");
            await connection.WaitAsync(EchoWithin, ct);
        }
    }

    private async Task<long> ReloadAllAsync(CancellationToken ct)
    {
        var startedAt = Stopwatch.GetTimestamp();
        foreach (var follower in followers) await ReloadAsync(follower, [null], ct);
        return startedAt;
    }

    /// <summary>Has a follower read what was told; everything when one message does not say what, or when what was told before could not be read.</summary>
    private async Task ReloadAsync(IChangeFollower follower, IEnumerable<string?> details, CancellationToken ct)
    {
        try
        {
            var told = details.ToList();
            var isAll = told.Contains(null) || behind.Contains(follower);
            await follower.ReloadAsync(isAll ? [] : told.ConvertAll(detail => detail!), ct);
            behind.Remove(follower);
            follower.IsTold = true;
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            // It looks for itself until the next word reaches it.
            follower.IsTold = false;
            behind.Add(follower);
            logger.LogError(failure, "What is kept of « {Topic} » could not be read again", follower.Topic);
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}
