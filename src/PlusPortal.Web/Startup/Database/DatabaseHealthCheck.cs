using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using PlusPortal.Data;

namespace PlusPortal.Web.Startup.Database;

/// <summary>
/// Ready means that a page can have a connection and an answer, within less than two seconds. EF's own question is not asked:
/// it tries again for a minute while a server starts.
/// </summary>
internal sealed class DatabaseHealthCheck(PortalDb db) : IHealthCheck
{
    private const int AnswerWithinSeconds = 1;
    private static readonly TimeSpan ConnectionWithin = TimeSpan.FromSeconds(1.5);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(ConnectionWithin);
        try
        {
            await db.Database.OpenConnectionAsync(patience.Token);

            // Not cancelled but timed out: to cancel, the server would be asked again.
            db.Database.SetCommandTimeout(AnswerWithinSeconds);
            await db.Database.ExecuteSqlAsync($"select 1", CancellationToken.None);
            return HealthCheckResult.Healthy();
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            return HealthCheckResult.Unhealthy();
        }
    }
}
