using Microsoft.EntityFrameworkCore;

namespace PlusPortal.Data.Jobs;

/// <summary>What is asked about runs of jobs.</summary>
public static class JobRunQueries
{
    /// <summary>Two runs of a job never have the same number.</summary>
    public const string NumberConstraint = "pk_job_runs";

    extension(PortalDb db)
    {
        /// <summary>Runs of the jobs.</summary>
        public DbSet<JobRun> JobRuns => db.Set<JobRun>();
    }

    extension(IQueryable<JobRun> runs)
    {
        /// <summary>Runs of a job, the newest first.</summary>
        public IQueryable<JobRun> Of(string job) => runs.Where(run => run.Job == job).OrderByDescending(run => run.Number);

        /// <summary>The last runs of each job, the newest first. Numbers follow each other, so they count.</summary>
        /// <param name="jobs">Codes of the jobs.</param>
        /// <param name="most">Most runs of one job.</param>
        /// <param name="ct">Cancellation.</param>
        public async Task<ILookup<string, JobRun>> LastOfEachAsync(IReadOnlyCollection<string> jobs, int most, CancellationToken ct)
        {
            var lasts = runs.Where(run => jobs.Contains(run.Job)).GroupBy(run => run.Job).Select(ofJob => new { Job = ofJob.Key, Number = ofJob.Max(run => run.Number) });
            var found = await lasts.Join(runs.AsNoTracking(), last => last.Job, run => run.Job, (last, run) => new { last, run })
                .Where(pair => pair.run.Number > pair.last.Number - most)
                .Select(pair => pair.run)
                .OrderByDescending(run => run.Number).ThenBy(run => run.Job)
                .ToListAsync(ct);
            return found.ToLookup(run => run.Job, StringComparer.Ordinal);
        }
    }
}
