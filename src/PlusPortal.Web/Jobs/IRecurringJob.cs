using PlusPortal.Data.Jobs;

namespace PlusPortal.Web.Jobs;

/// <summary>
/// Work that the portal does by itself at certain hours. It does what is due and not yet done: run late it makes up
/// for what was missed, run twice it does nothing twice. Register it with <see cref="JobServices.AddJob{TJob}"/>.
/// </summary>
public interface IRecurringJob
{
    /// <summary>What it does, in a few French words beginning with a verb: title of the job on <c>/admin/taches</c>.</summary>
    static abstract string Title { get; }

    /// <summary>What it does, in one French sentence for people who did not write it.</summary>
    static abstract string Purpose { get; }

    /// <summary>Does what is due at that instant.</summary>
    /// <param name="now">The instant it runs for.</param>
    /// <param name="ct">Cancelled when the portal stops; what is due stays due.</param>
    Task<JobResult> RunAsync(DateTimeOffset now, CancellationToken ct);
}

/// <summary>What a run did, in figures.</summary>
/// <param name="Counts">Each with its French words; in the order of the page.</param>
public sealed record JobResult(params IReadOnlyList<JobCount> Counts)
{
    /// <summary>Whether nothing was due.</summary>
    public bool IsIdle => Counts.All(count => count.Number == 0);
}
