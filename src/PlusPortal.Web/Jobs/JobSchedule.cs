using System.Globalization;
using PlusPortal.Data.Jobs;
using Quartz;

namespace PlusPortal.Web.Jobs;

/// <summary>A run that somebody asks for.</summary>
/// <param name="AskedBy">Account of the person.</param>
/// <param name="After">Number of the last run that the person saw, zero for none: when another has begun since, that one is the answer.</param>
public sealed record RunRequest(Guid AskedBy, int After);

/// <summary>The schedule that all nodes share: the jobs and their hours as the code says them, and the runs asked for by hand.</summary>
public sealed class JobSchedule(ISchedulerFactory schedulers, IEnumerable<RegisteredJob> jobs, TimeProvider clock)
{
    private const string ByHand = "by-hand";
    private const string AskedByKey = "asked-by";
    private const string AfterKey = "after";

    private readonly Dictionary<string, RegisteredJob> jobs = jobs.ToDictionary(job => job.Code, StringComparer.Ordinal);

    /// <summary>The job of a code; null when there is no code, or that of another version of the portal.</summary>
    public RegisteredJob? Find(string? code) => code is null ? null : jobs.GetValueOrDefault(code);

    /// <summary>All jobs, by title.</summary>
    public IReadOnlyList<RegisteredJob> All => [.. jobs.Values.OrderBy(job => job.Title, StringComparer.Ordinal)];

    /// <summary>Writes the schedule down and starts to run what is due on this node.</summary>
    public async Task<IScheduler> StartAsync(CancellationToken ct)
    {
        var scheduler = await schedulers.GetScheduler(ct);
        var stored = await scheduler.QueryJobs(new JobQuery(), ct);
        await scheduler.DeleteJobs([.. stored.Items.Select(header => header.Key).Where(key => !jobs.ContainsKey(key.Name))], ct);
        foreach (var job in jobs.Values) await StoreAsync(scheduler, job, ct);
        await scheduler.Start(ct);
        return scheduler;
    }

    /// <summary>Has a job run as soon as a node can. A run asked for before that has not begun yet gives way: there is one.</summary>
    public async Task AskAsync(RegisteredJob job, RunRequest request, CancellationToken ct)
    {
        var scheduler = await schedulers.GetScheduler(ct);
        await scheduler.AddJob(DetailOf(job), new AddJobOptions { Replace = true }, ct);
        var trigger = TriggerBuilder.Create(clock)
            .WithIdentity(job.Code, ByHand)
            .ForJob(job.Code)
            .UsingJobData(AskedByKey, request.AskedBy.ToString())
            .UsingJobData(AfterKey, request.After.ToString(CultureInfo.InvariantCulture))
            .StartNow()
            .Build();
        await scheduler.ScheduleTrigger(trigger, TriggerConflict.Replace, ct);
    }

    /// <summary>What a trigger says of who asked; null when the hour had come.</summary>
    internal static RunRequest? RequestOf(JobDataMap data) => data.GetString(AskedByKey) is { } askedBy && data.GetString(AfterKey) is { } after
        ? new RunRequest(Guid.Parse(askedBy), int.Parse(after, CultureInfo.InvariantCulture))
        : null;

    /// <summary>A trigger already there keeps what it has missed, unless the hours have changed, or the clock was set back and its next run lies further away than the hours say.</summary>
    private async Task StoreAsync(IScheduler scheduler, RegisteredJob job, CancellationToken ct)
    {
        await scheduler.AddJob(DetailOf(job), new AddJobOptions { Replace = true }, ct);
        var key = new TriggerKey(job.Code);
        var isSame = await scheduler.GetTrigger(key, ct) is ICronTrigger known
            && known.CronExpressionString == job.Schedule.CronExpressionString
            && !(known.NextFireTimeUtc > job.NextAfter(clock.GetUtcNow()));
        var trigger = TriggerBuilder.Create(clock)
            .WithIdentity(key)
            .ForJob(job.Code)
            .WithCronSchedule(job.Schedule, cron => cron.WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed))
            .Build();
        await scheduler.ScheduleTrigger(trigger, isSame ? TriggerConflict.Keep : TriggerConflict.Replace, ct);
        await scheduler.ResetTriggerFromErrorState(key, ct);
    }

    /// <summary>One run at a time among all nodes; that of a node that died is begun again by another.</summary>
    private static IJobDetail DetailOf(RegisteredJob job) => JobBuilder.Create<ScheduledRun>()
        .WithIdentity(job.Code)
        .WithDescription(job.Title)
        .DisallowConcurrentExecution()
        .RequestRecovery()
        .StoreDurably()
        .Build();
}
