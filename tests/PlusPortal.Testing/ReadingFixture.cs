using Npgsql;
using PlusPortal.Data;
using PlusPortal.Testing.Html;
using Xunit;

namespace PlusPortal.Testing;

/// <summary>
/// The portal and the database that all classes of an assembly share which only read: <c>IClassFixture&lt;ReadingFixture&gt;</c>.
/// PostgreSQL refuses every write to it, so that a class that needs a copy of its own is told so.
/// </summary>
public sealed class ReadingFixture(PostgresFixture postgres) : IPortalUnderTest, IAsyncLifetime
{
    private ReadingPortal? shared;

    /// <summary>The database; it may not be changed.</summary>
    public TestDatabase Database => Shared.Database;

    /// <inheritdoc />
    public PortalFactory Portal => Shared.Portal;

    private ReadingPortal Shared => shared ?? throw new InvalidOperationException("The fixture has not been initialised.");

    public PortalBrowser NewBrowser() => Portal.NewBrowser();

    /// <inheritdoc />
    public PortalDb NewContext() => Database.NewContext();

    public async ValueTask InitializeAsync() => shared = await postgres.ReadingPortalAsync();

    /// <summary>Nothing: the other classes go on with it.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

/// <summary>A portal over a database that may not be changed.</summary>
internal sealed class ReadingPortal(TestDatabase database, PortalFactory portal) : IAsyncDisposable
{
    public TestDatabase Database { get; } = database;

    public PortalFactory Portal { get; } = portal;

    public static async Task<ReadingPortal> OpenAsync(TestDatabase database)
    {
        var portal = new PortalFactory(database);

        // The one thing that a portal writes by itself is the key of its forms, with the first form.
        using (var visitor = portal.NewBrowser()) await visitor.GetAsync("/compte/connexion");
        await using (var connection = new NpgsqlConnection(database.ConnectionString))
        {
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand($"alter database {database.Name} set default_transaction_read_only = on", connection);
            await command.ExecuteNonQueryAsync();
        }

        database.ClearPools();
        return new ReadingPortal(database, portal);
    }

    public async ValueTask DisposeAsync()
    {
        await Portal.DisposeAsync();
        await Database.DisposeAsync();
    }
}
