using Npgsql;
using PlusPortal.Data;

namespace PlusPortal.Web.Tests.Startup.Database;

/// <summary>Every wait for the database has an end, unless the operator says another.</summary>
public sealed class BoundedConnectionTests
{
    private const string Given = "Host=db.example.org;Database=portal;Username=plus";

    [Fact]
    public void Page_waits_a_second_for_a_connection_and_for_an_answer_and_leaves_nothing_behind()
    {
        var settings = new NpgsqlConnectionStringBuilder(DatabaseOptions.BoundedConnection(Given));

        Assert.Equal((1, 1, -1, true), (settings.Timeout, settings.CommandTimeout, settings.CancellationTimeout, settings.TcpKeepAlive));
        Assert.Equal("-c statement_timeout=60s -c idle_in_transaction_session_timeout=60s", settings.Options);
    }

    [Fact]
    public void Command_takes_its_time_but_gives_way_to_the_portal_that_runs()
    {
        var settings = new NpgsqlConnectionStringBuilder(DatabaseOptions.CommandConnection(Given));

        Assert.Equal((30, 1800, "-c lock_timeout=5s"), (settings.Timeout, settings.CommandTimeout, settings.Options));
    }

    [Fact]
    public void What_the_operator_says_holds()
    {
        var settings = new NpgsqlConnectionStringBuilder(DatabaseOptions.BoundedConnection(Given + ";Command Timeout=7;Timeout=3;Options=-c statement_timeout=9s;GSS Encryption Mode=Require"));

        Assert.Equal((3, 7, "-c statement_timeout=9s", GssEncryptionMode.Require), (settings.Timeout, settings.CommandTimeout, settings.Options, settings.GssEncryptionMode));
        Assert.Equal(settings.ConnectionString, DatabaseOptions.BoundedConnection(settings.ConnectionString));
    }
}
