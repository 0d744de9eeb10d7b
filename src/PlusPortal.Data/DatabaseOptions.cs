using Microsoft.EntityFrameworkCore;
using PlusPortal.Data.Diagnostics;

namespace PlusPortal.Data;

/// <summary>How the portal talks to PostgreSQL; the same in the host, the tools and the tests.</summary>
public static class DatabaseOptions
{
    /// <summary>Name of the connection string.</summary>
    public const string ConnectionName = "Portal";

    /// <summary>Applies the settings that every context shares.</summary>
    public static DbContextOptionsBuilder UsePortalDatabase(this DbContextOptionsBuilder builder, string connectionString) => builder
        .UseNpgsql(connectionString, npgsql => npgsql.CommandTimeout(30).UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery))
        .UseSnakeCaseNamingConvention()
        .AddInterceptors(QueryCallSites.Instance);
}
