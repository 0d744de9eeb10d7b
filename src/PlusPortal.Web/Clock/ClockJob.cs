using PlusPortal.Data;
using PlusPortal.Data.Jobs;
using PlusPortal.Data.Requests;
using PlusPortal.Domain.Requests.Clock;
using PlusPortal.Web.Jobs;

namespace PlusPortal.Web.Clock;

/// <summary>Keeps what was promised: reminders, calls, expiries, alternates. It does what is due and not yet done, one request at a time; one that fails keeps no other.</summary>
public sealed class ClockJob(PortalDb db, IServiceScopeFactory scopes, ILogger<ClockJob> logger) : IRecurringJob
{
    /// <summary>Its code.</summary>
    public const string Code = "horloge";

    private const int BatchSize = 100;

    /// <inheritdoc />
    public static string Title => "Tenir les délais des demandes";

    /// <inheritdoc />
    public static string Purpose => "Rappelle ceux dont la réponse est attendue, prévient l’équipe de ce qu’elle doit faire, laisse expirer ce qui est resté sans réponse et demande à l’acteur suivant.";

    /// <inheritdoc />
    public async Task<JobResult> RunAsync(DateTimeOffset now, CancellationToken ct)
    {
        var (taken, skipped, asked) = (0, 0, 0);
        List<Exception> failures = [];
        ClockCursor? after = null;
        while (await db.ClocksDueAsync(now, after, BatchSize, ct) is { Count: > 0 } due)
        {
            foreach (var clock in due)
            {
                try
                {
                    if (await LookAsync(clock.RequestId, now, ct) is not { } done) continue;
                    taken += done.Steps.Count(step => step.Outcome == ClockOutcome.Taken);
                    skipped += done.Steps.Count(step => step.Outcome != ClockOutcome.Taken);
                    asked += done.AskedAlternate ? 1 : 0;
                }
                catch (Exception failure) when (!ct.IsCancellationRequested)
                {
                    logger.LogError(failure, "The clock of request {RequestId} failed", clock.RequestId);
                    failures.Add(failure);
                }
            }

            after = due[^1];
        }

        if (failures.Count > 0) throw new AggregateException(failures);
        return new JobResult(new JobCount("Étapes faites", taken), new JobCount("Étapes passées", skipped), new JobCount("Acteurs suivants demandés", asked));
    }

    /// <summary>In a context of its own: what one request read is nothing to the next.</summary>
    private async Task<ClockDone?> LookAsync(Guid requestId, DateTimeOffset now, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<PortalDb>().Database.WaitPatiently();
        return await scope.ServiceProvider.GetRequiredService<ClockWork>().LookAsync(requestId, now, ct);
    }
}
