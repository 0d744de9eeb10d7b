using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Jobs;
using PlusPortal.Web.Jobs;

namespace PlusPortal.Web.Features.Admin.Tasks;

/// <summary>What came of asking for a run.</summary>
public enum RunTaskResult
{
    /// <summary>A node begins it in a moment.</summary>
    Asked,

    /// <summary>It runs, or has run since the page was shown: nothing more to do.</summary>
    AlreadyRun,

    /// <summary>There is no such job.</summary>
    NotFound,
}

/// <summary>An administrator has a job run now. Whoever presses twice, or beside somebody else, gets one run.</summary>
public sealed class RunTask(PortalDb db, JobSchedule schedule)
{
    /// <param name="code">Code of the job.</param>
    /// <param name="after">Number of the last run that the page showed.</param>
    /// <param name="userId">Account of the administrator.</param>
    /// <param name="ct">Cancellation.</param>
    public async Task<RunTaskResult> ExecuteAsync(string? code, int after, Guid userId, CancellationToken ct)
    {
        if (schedule.Find(code) is not { } job) return RunTaskResult.NotFound;
        var last = await db.JobRuns.Of(job.Code).AsNoTracking().FirstOrDefaultAsync(ct);
        if (last is { State: JobRunState.Running } || after != (last?.Number ?? 0)) return RunTaskResult.AlreadyRun;
        await schedule.AskAsync(job, new RunRequest(userId, after), ct);
        return RunTaskResult.Asked;
    }
}
