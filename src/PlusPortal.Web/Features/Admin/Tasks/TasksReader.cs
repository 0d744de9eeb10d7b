using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PlusPortal.Data;
using PlusPortal.Data.Jobs;
using PlusPortal.Web.Jobs;

namespace PlusPortal.Web.Features.Admin.Tasks;

/// <summary>Reads how the jobs stand, from what their runs wrote down: the same on every node.</summary>
public sealed class TasksReader(PortalDb db, JobSchedule schedule, IOptions<JobsOptions> options, TimeProvider clock)
{
    /// <summary>Runs shown of each job.</summary>
    public const int RunsShown = 10;

    /// <summary>How late a job may begin before the page says so.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>All jobs.</summary>
    public async Task<TasksPage> ReadAsync(string? done, CancellationToken ct)
    {
        var jobs = schedule.All;
        var runs = await db.JobRuns.LastOfEachAsync([.. jobs.Select(job => job.Code)], RunsShown, ct);
        var people = runs.SelectMany(ofJob => ofJob).Select(run => run.AskedBy).OfType<Guid>().Distinct().ToList();
        var names = people.Count == 0 ? [] : await db.Users.Where(user => people.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.DisplayName, ct);
        var now = clock.GetUtcNow();
        return new TasksPage([.. jobs.Select(job => RowOf(job, [.. runs[job.Code].Select(run => new TaskRun(run, NameOf(run, names)))], now))], done, !options.Value.Enabled);
    }

    private static TaskRow RowOf(RegisteredJob job, IReadOnlyList<TaskRun> runs, DateTimeOffset now)
    {
        var missed = runs is [{ Run: { State: not JobRunState.Running } last }, ..] && job.NextAfter(last.StartedAt) is { } due && due < now - Patience ? due : (DateTimeOffset?)null;
        return new TaskRow(job.Code, job.Title, job.Purpose, runs, job.NextAfter(now), missed);
    }

    private static string? NameOf(JobRun run, Dictionary<Guid, string> names) => run.AskedBy is { } id ? names.GetValueOrDefault(id) ?? "une personne dont le compte n’existe plus" : null;
}
