using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using PlusPortal.Data;

namespace PlusPortal.Web.Startup.Database;

/// <summary>
/// Ready means that a page can have a connection and an answer, within a second and a half. EF's own question is not asked: it
/// tries again for a minute while a server starts. Nor is the end of the attempt awaited: to give it up, the server is asked again.
/// </summary>
internal sealed class DatabaseHealthCheck(IServiceScopeFactory scopes) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await AskAsync().WaitAsync(Patience, cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            return HealthCheckResult.Unhealthy();
        }
    }

    /// <summary>On a scope of its own, which outlives the question when nobody waits any more.</summary>
    private async Task AskAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PortalDb>().Database.ExecuteSqlAsync($"select 1", CancellationToken.None);
    }
}
