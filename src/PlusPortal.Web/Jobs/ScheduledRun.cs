using Quartz;

namespace PlusPortal.Web.Jobs;

/// <summary>What the scheduler calls when a job is due, whichever it is.</summary>
public sealed class ScheduledRun(JobSchedule schedule, JobRunner runner, ILogger<ScheduledRun> logger) : IJob
{
    /// <inheritdoc />
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (schedule.Find(context.JobDetail.Key.Name) is { } job)
        {
            await runner.RunAsync(job, JobSchedule.RequestOf(context.MergedJobDataMap), cancellationToken);
            return;
        }

        logger.LogWarning("Job {Job} is unknown to this version of the portal and did not run", context.JobDetail.Key.Name);
    }
}
