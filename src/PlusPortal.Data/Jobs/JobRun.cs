namespace PlusPortal.Data.Jobs;

/// <summary>How a run of a job stands.</summary>
public enum JobRunState
{
    /// <summary>Under way on one node.</summary>
    Running,

    /// <summary>Did its work to the end.</summary>
    Succeeded,

    /// <summary>Ended by an error; what was due stays due.</summary>
    Failed,

    /// <summary>Its node stopped before the end; what was due stays due.</summary>
    Interrupted,
}

/// <summary>One figure of what a run did.</summary>
/// <param name="What">In French, as the page shows it before the number: « Brouillons supprimés ».</param>
/// <param name="Number">How many.</param>
public sealed record JobCount(string What, int Number);

/// <summary>One run of a job: when, for whom, and what came of it. Runs of a job are numbered from one, so that two can never begin as the same.</summary>
public sealed class JobRun
{
    /// <summary>Most characters of <see cref="Job"/>.</summary>
    public const int JobLength = 40;

    /// <summary>Most characters of <see cref="Failure"/>.</summary>
    public const int FailureLength = 100;

    /// <summary>Days after which a run is forgotten, but for the last one of its job.</summary>
    public const int KeptDays = 90;

    private JobRun()
    {
        // EF only.
        Job = "";
    }

    /// <summary>Code of the job.</summary>
    public string Job { get; private set; }

    /// <summary>Number of the run among those of its job.</summary>
    public int Number { get; private set; }

    /// <summary>How it stands.</summary>
    public JobRunState State { get; private set; }

    /// <summary>Beginning, UTC.</summary>
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>End, UTC; null while it runs.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>What it did; empty unless it succeeded.</summary>
    public IReadOnlyList<JobCount> Counts { get; private set; } = [];

    /// <summary>Kind of the error that ended it, without its message, which may hold what people wrote.</summary>
    public string? Failure { get; private set; }

    /// <summary>Account of who asked for it; null when its hour had come.</summary>
    public Guid? AskedBy { get; private set; }

    /// <summary>How long it took; null while it runs.</summary>
    public TimeSpan? Duration => EndedAt - StartedAt;

    /// <summary>A run that begins after another.</summary>
    /// <param name="job">Code of the job.</param>
    /// <param name="previous">Number of its last run, zero for none.</param>
    /// <param name="askedBy">Who asked for it, if somebody did.</param>
    /// <param name="now">Current instant.</param>
    public static JobRun Begin(string job, int previous, Guid? askedBy, DateTimeOffset now) =>
        new() { Job = job, Number = previous + 1, State = JobRunState.Running, StartedAt = now, AskedBy = askedBy };

    /// <summary>The job came to its end.</summary>
    public void Succeed(IReadOnlyList<JobCount> counts, DateTimeOffset now)
    {
        (State, EndedAt) = (JobRunState.Succeeded, now);
        Counts = counts;
    }

    /// <summary>An error ended it.</summary>
    public void Fail(Exception failure, DateTimeOffset now)
    {
        (State, EndedAt) = (JobRunState.Failed, now);
        var kind = failure.GetType().Name;
        Failure = kind.Length > FailureLength ? kind[..FailureLength] : kind;
    }

    /// <summary>Its node stopped.</summary>
    public void Interrupt(DateTimeOffset now) => (State, EndedAt) = (JobRunState.Interrupted, now);
}
