using PlusPortal.Data.Jobs;

namespace PlusPortal.Web.Features.Admin.Tasks;

/// <summary>One job on the page.</summary>
/// <param name="Code">Its name in the address of the button.</param>
/// <param name="Title">What it does, in a few words.</param>
/// <param name="Purpose">What it does, in a sentence.</param>
/// <param name="Runs">Its last runs, the newest first.</param>
/// <param name="Next">When it is due next.</param>
/// <param name="MissedSince">When it was due and nobody ran it, if that was a while ago.</param>
public sealed record TaskRow(string Code, string Title, string Purpose, IReadOnlyList<TaskRun> Runs, DateTimeOffset? Next, DateTimeOffset? MissedSince)
{
    /// <summary>Its last run; null before the first one.</summary>
    public TaskRun? Last => Runs.Count == 0 ? null : Runs[0];

    /// <summary>Whether it runs now, somewhere.</summary>
    public bool IsRunning => Last is { Run.State: JobRunState.Running };

    /// <summary>Number of the last run, which the button sends along: what began since answers for it.</summary>
    public int LastNumber => Last?.Run.Number ?? 0;
}

/// <summary>One run on the page.</summary>
/// <param name="Run">The run.</param>
/// <param name="AskedBy">Name of who asked for it; null when its hour had come.</param>
public sealed record TaskRun(JobRun Run, string? AskedBy);

/// <summary>The jobs, and what was just done.</summary>
/// <param name="Rows">By title.</param>
/// <param name="Done">What the button did; null when nobody pressed it.</param>
/// <param name="IsOff">Whether this node leaves the jobs to others.</param>
public sealed record TasksPage(IReadOnlyList<TaskRow> Rows, string? Done, bool IsOff);
