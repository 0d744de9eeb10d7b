using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Jobs;

namespace PlusPortal.Web.Jobs;

/// <summary>Runs a job and writes down what came of it. A run that fails ends here: it is told in the log and on <c>/admin/taches</c>, and the next one goes on.</summary>
public sealed class JobRunner(IServiceScopeFactory scopes, TimeProvider clock, ILogger<JobRunner> logger)
{
    /// <summary>Runs it once, now.</summary>
    /// <param name="job">The job.</param>
    /// <param name="request">Who asked for it; null when its hour has come.</param>
    /// <param name="ct">Cancelled when the portal stops.</param>
    public async Task RunAsync(RegisteredJob job, RunRequest? request, CancellationToken ct)
    {
        try
        {
            if (await BeginAsync(job, request, ct) is { } run) await RunAsync(job, run, ct);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            // The database is away: what was due stays due.
            logger.LogError(failure, "A run of job {Job} could not be written down", job.Code);
        }
    }

    private async Task RunAsync(RegisteredJob job, JobRun run, CancellationToken ct)
    {
        try
        {
            JobResult result;
            await using (var scope = scopes.CreateAsyncScope())
            {
                scope.ServiceProvider.GetRequiredService<PortalDb>().Database.WaitPatiently();
                result = await ((IRecurringJob)scope.ServiceProvider.GetRequiredService(job.Type)).RunAsync(run.StartedAt, ct);
            }

            await EndAsync(run, ended => ended.Succeed(result.Counts, clock.GetUtcNow()));
            if (!result.IsIdle) logger.LogInformation("Job {Job}, run {Run}: {Counts}", job.Code, run.Number, result.Counts);
        }
        catch (Exception) when (ct.IsCancellationRequested)
        {
            await EndAsync(run, ended => ended.Interrupt(clock.GetUtcNow()));
        }
        catch (Exception failure)
        {
            logger.LogError(failure, "Job {Job}, run {Run} failed", job.Code, run.Number);
            await EndAsync(run, ended => ended.Fail(failure, clock.GetUtcNow()));
        }
    }

    /// <summary>Writes down that a run begins. Null when the run that was asked for has already been made.</summary>
    private async Task<JobRun?> BeginAsync(RegisteredJob job, RunRequest? request, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var now = clock.GetUtcNow();
        var last = await db.JobRuns.Of(job.Code).FirstOrDefaultAsync(ct);
        var previous = last?.Number ?? 0;
        if (request is not null && request.After != previous) return null;

        // One run at a time: the last one, still open, is that of a node which died.
        if (last is { State: JobRunState.Running }) last.Interrupt(now);
        var run = JobRun.Begin(job.Code, previous, request?.AskedBy, now);
        db.Add(run);
        await db.SaveChangesAsync(ct);
        var forgotten = now.AddDays(-JobRun.KeptDays);
        await db.JobRuns.Where(old => old.Job == job.Code && old.Number < previous && old.StartedAt < forgotten).ExecuteDeleteAsync(ct);
        return run;
    }

    /// <summary>Even when the portal stops.</summary>
    private async Task EndAsync(JobRun run, Action<JobRun> end)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        end(await db.JobRuns.SingleAsync(stored => stored.Job == run.Job && stored.Number == run.Number, CancellationToken.None));
        await db.SaveChangesAsync(CancellationToken.None);
    }
}
