using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Links;
using PlusPortal.Data.Requests;

namespace PlusPortal.Web.Jobs;

/// <summary>Deletes drafts and private links whose life is over, in batches. Running it twice, or on two nodes, deletes nothing twice.</summary>
public sealed class DraftPurge(PortalDb db, TimeProvider clock)
{
    /// <summary>Rows deleted by one statement at the most.</summary>
    public const int BatchSize = 500;

    /// <summary>Deletes what is due and not yet done. Returns how many drafts were deleted.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var due = db.RequestDrafts.Where(draft => draft.ExpiresAt < now).OrderBy(draft => draft.ExpiresAt).Select(draft => draft.Id).Take(BatchSize);
        var total = 0;
        int deleted;
        do
        {
            deleted = await db.RequestDrafts.Where(draft => due.Contains(draft.Id)).ExecuteDeleteAsync(ct);
            total += deleted;
        }
        while (deleted == BatchSize);

        await db.AccessLinks.Where(link => link.ExpiresAt < now).ExecuteDeleteAsync(ct);
        return total;
    }
}

/// <summary>Runs <see cref="DraftPurge"/> at start-up and every hour, on every node.</summary>
public sealed class DraftPurgeJob(IServiceScopeFactory scopes, TimeProvider clock, ILogger<DraftPurgeJob> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await RunOnceAsync(stoppingToken);
            await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task RunOnceAsync(CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var deleted = await scope.ServiceProvider.GetRequiredService<DraftPurge>().RunAsync(ct);
            if (deleted > 0) logger.LogInformation("{Drafts} expired drafts were deleted", deleted);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // A background service that throws stops the portal; what is due stays due.
            logger.LogError(failure, "Expired drafts could not be deleted, next try in {Pause}", Pause);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The portal stops.
        }
    }
}
