using Microsoft.Extensions.Options;
using Quartz;

namespace PlusPortal.Web.Jobs;

/// <summary>Takes part, on this node, in running what is due. A database that is away only delays it.</summary>
public sealed class JobScheduler(JobSchedule schedule, IOptions<JobsOptions> options, TimeProvider clock, ILogger<JobScheduler> logger) : BackgroundService
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(30);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.Enabled)
        {
            logger.LogWarning("The jobs are switched off on this node (Jobs__Enabled)");
            return;
        }

        var scheduler = await BeginAsync(stoppingToken);
        await Task.Delay(Timeout.Infinite, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        // Those under way are told to stop, and waited for.
        if (scheduler is not null) await scheduler.Shutdown(waitForJobsToComplete: true, CancellationToken.None);
    }

    private async Task<IScheduler?> BeginAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                return await schedule.StartAsync(ct);
            }
            catch (Exception failure) when (!ct.IsCancellationRequested)
            {
                // A background service that throws stops the portal.
                logger.LogError(failure, "The jobs could not be scheduled, next try in {Wait}", AfterFailure);
                await Task.Delay(AfterFailure, clock, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (Exception) when (ct.IsCancellationRequested)
            {
                // The portal stops.
            }
        }

        return null;
    }
}
