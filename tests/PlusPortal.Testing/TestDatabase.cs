using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;

namespace PlusPortal.Testing;

/// <summary>A copy of the template database.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly PostgresFixture postgres;
    private readonly DbContextOptions<PortalDb> settings;

    internal TestDatabase(PostgresFixture postgres, string name, string connectionString)
    {
        this.postgres = postgres;
        Name = name;
        ConnectionString = connectionString;
        var builder = new DbContextOptionsBuilder<PortalDb>();
        builder.UsePortalDatabase(connectionString);
        settings = builder.Options;
    }

    public string Name { get; }

    public string ConnectionString { get; }

    /// <summary>A new context: one to arrange, another to check what was really stored.</summary>
    public PortalDb NewContext() => new(settings);

    public async ValueTask DisposeAsync() => await postgres.DropAsync(this);
}
