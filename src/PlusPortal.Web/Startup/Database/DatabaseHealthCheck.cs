using Microsoft.Extensions.Diagnostics.HealthChecks;
using PlusPortal.Data;

namespace PlusPortal.Web.Startup.Database;

/// <summary>Ready means that the database answers.</summary>
internal sealed class DatabaseHealthCheck(PortalDb db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await db.Database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
}
