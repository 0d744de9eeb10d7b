using Microsoft.EntityFrameworkCore;
using Npgsql;
using PlusPortal.Data;

namespace PlusPortal.Testing;

/// <summary>A copy of the template database.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly PostgresFixture postgres;
    private readonly DbContextOptions<PortalDb> settings;

    internal TestDatabase(PostgresFixture postgres, string name, string connectionString, string appConnectionString)
    {
        this.postgres = postgres;
        Name = name;
        ConnectionString = connectionString;
        AppConnectionString = appConnectionString;
        var builder = new DbContextOptionsBuilder<PortalDb>();
        builder.UsePortalDatabase(connectionString);
        settings = builder.Options;
    }

    public string Name { get; }

    /// <summary>As the owner: for what a test arranges and looks at.</summary>
    public string ConnectionString { get; }

    /// <summary>As the portal's own role, which may not change what is only added to.</summary>
    public string AppConnectionString { get; }

    /// <summary>A new context: one to arrange, another to check what was really stored.</summary>
    public PortalDb NewContext() => new(settings);

    /// <summary>Ends the connections that nobody uses.</summary>
    internal void ClearPools()
    {
        foreach (var role in new[] { ConnectionString, AppConnectionString })
        {
            using var pool = new NpgsqlConnection(role);
            NpgsqlConnection.ClearPool(pool);
        }
    }

    public async ValueTask DisposeAsync() => await postgres.DropAsync(this);
}
