using Microsoft.EntityFrameworkCore;
using PlusPortal.Testing;
using PlusPortal.Web.Jobs;

namespace PlusPortal.Web.Tests.Startup;

/// <summary>The portal as a process: what a developer and an operator see when it starts and stops.</summary>
public sealed class StartAndStopTests(PostgresFixture postgres) : IDisposable
{
    private const string ReadyInDevelopment = "Ctrl+C stops it";
    private const string ReadyInProduction = "Now listening on";

    private readonly string dataFolder = Path.Combine(Path.GetTempPath(), $"plus-portal-start-{Guid.NewGuid():N}");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        foreach (var folder in new[] { dataFolder, dataFolder + "-erasures" }.Where(Directory.Exists)) Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Production_without_a_database_refuses_to_start_and_says_what_to_set()
    {
        using var portal = PortalProcess.Start("Production", dataFolder, null, ReadyInProduction);

        Assert.Equal(1, await portal.EndAsync(Ct));

        Assert.Contains("set ConnectionStrings__Portal", portal.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", portal.Said, StringComparison.Ordinal);
        Assert.False(System.IO.Directory.Exists(dataFolder));
    }

    [Fact]
    public async Task Development_starts_its_own_database_stops_it_on_interruption_and_picks_it_up_after_a_kill()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Sends Unix signals.");
        using (var first = PortalProcess.Start("Development", dataFolder, null, ReadyInDevelopment))
        {
            await first.ReadyAsync(Ct);
            Assert.Contains("Creating a private PostgreSQL", first.Said, StringComparison.Ordinal);
            Assert.True(HasRunningServer());

            Assert.Equal(0, await first.InterruptAsync(Ct));
            Assert.False(HasRunningServer());
        }

        using (var second = PortalProcess.Start("Development", dataFolder, null, ReadyInDevelopment))
        {
            await second.ReadyAsync(Ct);
            Assert.DoesNotContain("Creating", second.Said, StringComparison.Ordinal);

            await second.KillAsync(Ct);
            Assert.True(HasRunningServer());
        }

        using var third = PortalProcess.Start("Development", dataFolder, null, ReadyInDevelopment);
        await third.ReadyAsync(Ct);
        Assert.Contains("was already running", third.Said, StringComparison.Ordinal);

        Assert.Equal(0, await third.InterruptAsync(Ct));
        Assert.False(HasRunningServer());
    }

    [Fact]
    public async Task Production_refuses_a_database_without_its_schema_until_the_command_has_made_it()
    {
        var connectionString = postgres.ConnectionStringOfMissingDatabase();

        using (var tooEarly = PortalProcess.Start("Production", dataFolder, connectionString, ReadyInProduction))
        {
            Assert.Equal(1, await tooEarly.EndAsync(Ct));
            Assert.Contains("PlusPortal.Web migrate", tooEarly.Said, StringComparison.Ordinal);
        }

        using (var migration = PortalProcess.Start("Production", dataFolder, connectionString, ReadyInProduction, "migrate"))
        {
            Assert.True(await migration.EndAsync(Ct) == 0, migration.Said);
        }

        using var portal = PortalProcess.Start("Production", dataFolder, connectionString, ReadyInProduction);
        await portal.ReadyAsync(Ct);

        Assert.Equal(0, await portal.InterruptAsync(Ct));
        Assert.False(System.IO.Directory.Exists(dataFolder));
    }

    [Fact]
    public async Task Production_refuses_a_database_without_the_tables_of_the_scheduler()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var db = database.NewContext();
        Assert.True(await JobTables.AreThereAsync(db, Ct));
        await db.Database.ExecuteSqlAsync($"drop table qrtz_locks", Ct);

        using (var portal = PortalProcess.Start("Production", dataFolder, database.ConnectionString, ReadyInProduction))
        {
            Assert.Equal(1, await portal.EndAsync(Ct));
            Assert.Contains("lacks the tables of the scheduler", portal.Said, StringComparison.Ordinal);
            Assert.Contains("PlusPortal.Web migrate", portal.Said, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", portal.Said, StringComparison.Ordinal);
        }

        await JobTables.CreateMissingAsync(db, Ct);
        Assert.True(await JobTables.AreThereAsync(db, Ct));
    }

    [Fact]
    public async Task Development_with_a_database_of_its_own_touches_nothing_local()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        using var portal = PortalProcess.Start("Development", dataFolder, database.ConnectionString, ReadyInDevelopment);
        await portal.ReadyAsync(Ct);

        Assert.Equal(0, await portal.InterruptAsync(Ct));
        Assert.False(System.IO.Directory.Exists(dataFolder));
    }

    [Fact]
    public async Task Database_that_does_not_answer_is_named_without_a_stack_trace()
    {
        using var portal = PortalProcess.Start(
            "Production", dataFolder, "Host=127.0.0.1;Port=1;Database=none;Username=none;Timeout=2", ReadyInProduction);

        Assert.Equal(1, await portal.EndAsync(Ct));

        Assert.Contains("The database does not answer", portal.Said, StringComparison.Ordinal);
    }

    private bool HasRunningServer() =>
        File.Exists(Path.Combine(dataFolder, "postgres", "development", "data", "postmaster.pid"));
}
