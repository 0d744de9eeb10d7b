using PlusPortal.Data;
using PlusPortal.Testing.Html;
using Xunit;

namespace PlusPortal.Testing;

/// <summary>A portal that runs for the tests of one class, in a test server or on a real port.</summary>
public interface IPortalUnderTest
{
    /// <summary>The portal.</summary>
    PortalFactory Portal { get; }

    /// <summary>A new context: one to arrange, another to check what was really stored.</summary>
    PortalDb NewContext();
}

/// <summary>The portal and a database of its own for the tests of one class: <c>IClassFixture&lt;PortalFixture&gt;</c>.</summary>
public sealed class PortalFixture(PostgresFixture postgres) : IPortalUnderTest, IAsyncLifetime
{
    private TestDatabase? database;
    private PortalFactory? portal;

    public TestDatabase Database => database ?? throw new InvalidOperationException("The fixture has not been initialised.");

    public PortalFactory Portal => portal ?? throw new InvalidOperationException("The fixture has not been initialised.");

    public PortalBrowser NewBrowser() => Portal.NewBrowser();

    public PortalDb NewContext() => Database.NewContext();

    public async ValueTask InitializeAsync()
    {
        database = await postgres.CreateDatabaseAsync();
        portal = new PortalFactory(database);
    }

    public async ValueTask DisposeAsync()
    {
        if (portal is not null) await portal.DisposeAsync();
        if (database is not null) await database.DisposeAsync();
    }
}
