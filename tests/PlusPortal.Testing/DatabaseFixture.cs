using PlusPortal.Data;
using Xunit;

namespace PlusPortal.Testing;

/// <summary>
/// A database for the tests of one class or collection: <c>IClassFixture&lt;DatabaseFixture&gt;</c>. Its tests share
/// it, so each names its own data and counts on none being absent.
/// </summary>
public sealed class DatabaseFixture(PostgresFixture postgres) : IAsyncLifetime
{
    private TestDatabase? database;

    public TestDatabase Database => database ?? throw new InvalidOperationException("The fixture has not been initialised.");

    public async ValueTask InitializeAsync() => database = await postgres.CreateDatabaseAsync();

    public PortalDb NewContext() => Database.NewContext();

    public async ValueTask DisposeAsync()
    {
        if (database is not null) await database.DisposeAsync();
    }
}
