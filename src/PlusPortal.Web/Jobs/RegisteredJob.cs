using PlusPortal.Data.Jobs;
using PlusPortal.Web.Labels;
using Quartz;

namespace PlusPortal.Web.Jobs;

/// <summary>A job and when it runs.</summary>
/// <param name="Code">Its name in addresses, logs and the database; never given to another job.</param>
/// <param name="Title">What it does, in a few words.</param>
/// <param name="Purpose">What it does, in a sentence.</param>
/// <param name="Type">The job, an <see cref="IRecurringJob"/>.</param>
/// <param name="Schedule">When it runs, on a Paris clock.</param>
public sealed record RegisteredJob(string Code, string Title, string Purpose, Type Type, CronExpression Schedule)
{
    /// <summary>Describes a job.</summary>
    /// <param name="code">See <see cref="Code"/>; at most <see cref="JobRun.JobLength"/> characters.</param>
    /// <param name="schedule">The five fields of a crontab line, read on a Paris clock: « 30 4 * * * » is every day at half past four.</param>
    /// <exception cref="FormatException">The schedule is not such a line.</exception>
    public static RegisteredJob Of<TJob>(string code, string schedule)
        where TJob : class, IRecurringJob
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(code.Length, JobRun.JobLength, nameof(code));
        return new(code, TJob.Title, TJob.Purpose, typeof(TJob), CronExpression.Parse(schedule, CronFormat.Unix).WithTimeZone(ParisClock.Zone));
    }

    /// <summary>When it is due next after an instant; null for a schedule that has come to its end.</summary>
    public DateTimeOffset? NextAfter(DateTimeOffset instant) => Schedule.GetNextValidTimeAfter(instant);
}
