using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PlusPortal.Data.Jobs;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Web.Jobs;
using Quartz;

namespace PlusPortal.Web.Tests.Jobs;

/// <summary>A portal whose scheduler runs, unlike that of other tests, with a <see cref="SampleJob"/> that is due every hour.</summary>
internal sealed class JobNode : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly CancellationTokenSource stop = new();
    private readonly JobScheduler scheduler;
    private Task ticking = Task.CompletedTask;

    private JobNode(PortalFactory portal)
    {
        Portal = portal;
        scheduler = ActivatorUtilities.CreateInstance<JobScheduler>(portal.Services);
    }

    public PortalFactory Portal { get; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>A clock between two hours: at the very stroke of one, a millisecond would decide whether the sample job is due already.</summary>
    public static FakeTimeProvider NewClock() => new(A.Now.AddMinutes(20));

    /// <summary>A portal with the sample job, whose scheduler has not been started.</summary>
    public static PortalFactory NewPortal(TestDatabase database, SampleJobControl control, FakeTimeProvider clock, string? connectionString = null) =>
        new(database, clock, services => services.AddSingleton(control)
            .AddJob<SampleJob>(SampleJob.Code, "0 * * * *")

            // The clock of a test leaps over hours: it is looked at every second, and no node is dead for a leap.
            .Configure<QuartzSchedulerOptions>(scheduler => scheduler.IdleWaitTime = TimeSpan.FromSeconds(1))
            .Configure<ClusteringOptions>(cluster => cluster.CheckinMisfireThreshold = TimeSpan.FromDays(2)))
        {
            ConnectionString = connectionString,
        };

    /// <summary>A node that has written the schedule down and runs what is due.</summary>
    public static async Task<JobNode> StartAsync(TestDatabase database, SampleJobControl control, FakeTimeProvider clock, string? connectionString = null)
    {
        var node = new JobNode(NewPortal(database, control, clock, connectionString));
        node.ticking = node.TickAsync();
        await node.scheduler.StartAsync(Ct);
        var startedAt = Stopwatch.GetTimestamp();
        while ((await node.Portal.Services.GetRequiredService<ISchedulerFactory>().GetScheduler(Ct)).Status != SchedulerStatus.Running)
        {
            Assert.True(Stopwatch.GetElapsedTime(startedAt) < Patience, "The scheduler never started.");
            await Task.Delay(20, Ct);
        }

        return node;
    }

    /// <summary>Waits until the runs of the sample job are as expected; returns them, the newest first.</summary>
    public static async Task<IReadOnlyList<JobRun>> RunsAsync(TestDatabase database, Func<IReadOnlyList<JobRun>, bool> expected)
    {
        var startedAt = Stopwatch.GetTimestamp();
        while (true)
        {
            await using var db = database.NewContext();
            IReadOnlyList<JobRun> runs = [.. (await db.JobRuns.LastOfEachAsync([SampleJob.Code], most: 20, Ct))[SampleJob.Code]];
            if (expected(runs)) return runs;
            Assert.True(Stopwatch.GetElapsedTime(startedAt) < Patience, $"It never happened: {string.Join(", ", runs.Select(run => $"{run.Number} {run.State}"))}.");
            await Task.Delay(20, Ct);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await scheduler.StopAsync(CancellationToken.None);
        scheduler.Dispose();
        await stop.CancelAsync();
        await ticking;
        stop.Dispose();
        await Portal.DisposeAsync();
    }

    /// <summary>The scheduler measures its pauses on the clock of the test, which therefore goes on by itself: some minutes are an hour.</summary>
    private async Task TickAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            await Task.Delay(20, CancellationToken.None);
            Portal.Clock.Advance(TimeSpan.FromMilliseconds(100));
        }
    }
}
