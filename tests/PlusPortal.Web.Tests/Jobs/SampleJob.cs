using PlusPortal.Data.Jobs;
using PlusPortal.Web.Jobs;

namespace PlusPortal.Web.Tests.Jobs;

/// <summary>A job that notes each run, and does what its <see cref="SampleJobControl"/> says.</summary>
public sealed class SampleJob(SampleJobControl control) : IRecurringJob
{
    public const string Code = "echantillon";

    public const string Button = $"Lancer maintenant la tâche « {Name} »";

    private const string Name = "Ranger les échantillons";

    public static string Title => Name;

    public static string Purpose => "Compte ses exécutions, pour les tests.";

    public async Task<JobResult> RunAsync(DateTimeOffset now, CancellationToken ct)
    {
        control.RanAt.Enqueue(now);
        await control.Work(ct);
        return new JobResult(new JobCount("Échantillons rangés", 3), new JobCount("Échantillons perdus", 0));
    }
}

/// <summary>What the sample job does, and what it did, on all nodes of a test.</summary>
public sealed class SampleJobControl
{
    /// <summary>Instants of its runs.</summary>
    public System.Collections.Concurrent.ConcurrentQueue<DateTimeOffset> RanAt { get; } = new();

    /// <summary>What a run does.</summary>
    public Func<CancellationToken, Task> Work { get; set; } = _ => Task.CompletedTask;
}
