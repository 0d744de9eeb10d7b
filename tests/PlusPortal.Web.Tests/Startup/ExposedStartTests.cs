using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PlusPortal.Testing;
using PlusPortal.Web.Samples;
using PlusPortal.Web.Tests.Startup.Samples;

namespace PlusPortal.Web.Tests.Startup;

/// <summary>A portal that others reach does not open with what everybody knows: sample accounts, keys in clear.</summary>
public sealed class ExposedStartTests(PostgresFixture postgres) : IDisposable
{
    private const string Ready = "Now listening on";

    private readonly string dataFolder = Path.Combine(Path.GetTempPath(), $"plus-portal-exposed-{Guid.NewGuid():N}");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        if (System.IO.Directory.Exists(dataFolder)) System.IO.Directory.Delete(dataFolder, recursive: true);
    }

    [Fact]
    public async Task Sample_accounts_keep_Production_from_starting_until_they_are_removed()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await LoadedSamples.LoadAsync(database, Ct);

        Assert.Contains("holds sample accounts, whose password everybody can read", await RefusalAsync(database), StringComparison.Ordinal);
        Assert.Contains("holds sample accounts", await RefusalAsync(database, "create-administrator", "personne@example.org", "Personne Inventée"), StringComparison.Ordinal);
        var removed = await RunAsync(database, "remove-sample-accounts");

        Assert.Contains("Comptes d’exemple supprimés\u00A0: 5", removed, StringComparison.Ordinal);
        await using var db = database.NewContext();
        Assert.Empty(await db.Users.ToListAsync(Ct));
        Assert.NotEmpty(await db.OrientationRequests.ToListAsync(Ct));
        await RunAsync(database, "rotate-keys");
        await StartsAsync(database);
    }

    [Fact]
    public async Task Keys_in_clear_keep_Production_from_starting_until_they_are_replaced_and_stand_locked()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using (var db = database.NewContext())
        {
            db.DataProtectionKeys.Add(new DataProtectionKey { FriendlyName = "key-in-clear", Xml = "<key id=\"1\"><descriptor><masterKey><value>c2VjcmV0</value></masterKey></descriptor></key>" });
            await db.SaveChangesAsync(Ct);
        }

        Assert.Contains("holds keys of sessions in clear", await RefusalAsync(database), StringComparison.Ordinal);
        Assert.Contains("Les clés sont retirées", await RunAsync(database, "rotate-keys"), StringComparison.Ordinal);

        await StartsAsync(database);
        await using var after = database.NewContext();
        var key = Assert.Single(await after.DataProtectionKeys.ToListAsync(Ct));
        Assert.Contains("encryptedSecret", key.Xml, StringComparison.Ordinal);
        Assert.DoesNotContain("masterKey", key.Xml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Development_puts_no_sample_into_a_database_that_somebody_named()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        using (var portal = PortalProcess.Start("Development", dataFolder, database.ConnectionString, "Ctrl+C stops it"))
        {
            await portal.ReadyAsync(Ct);
            Assert.DoesNotContain(SampleAccounts.Password, portal.Said, StringComparison.Ordinal);
            Assert.Equal(0, await portal.InterruptAsync(Ct));
        }

        await using var db = database.NewContext();
        Assert.Empty(await db.Users.ToListAsync(Ct));
        Assert.Empty(await db.OrientationRequests.ToListAsync(Ct));
    }

    [Fact]
    public async Task Production_shows_nothing_of_how_it_is_made()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        using var portal = PortalProcess.Start("Production", dataFolder, database.ConnectionString, Ready);
        await portal.ReadyAsync(Ct);
        using var client = new HttpClient { BaseAddress = new Uri(Regex.Match(portal.Said, @"Now listening on: (http://[\d.:]+)").Groups[1].Value) };
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");

        foreach (var address in new[] { "/dev/mails", "/dev/composants", "/dev/situations", "/dev/mails/apercus", "/.git/config", "/.git/HEAD", "/.env", "/appsettings.json", "/metrics", "/health", "/swagger", "/js/", "/css/", "/PlusPortal.Web.dll", "/web.config", "/css/../appsettings.json", "/css/%2e%2e/appsettings.json" })
        {
            using var answer = await client.GetAsync(address, Ct);
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{address}: {answer.StatusCode}");
        }

        using var trace = new HttpRequestMessage(HttpMethod.Trace, "/");
        using var echoed = await client.SendAsync(trace, Ct);
        Assert.True(echoed.StatusCode is HttpStatusCode.MethodNotAllowed or HttpStatusCode.NotFound, echoed.StatusCode.ToString());
        Assert.Equal("Healthy", await client.GetStringAsync("/health/ready", Ct));
        using var forged = new HttpRequestMessage(HttpMethod.Get, "/compte/connexion") { Headers = { Host = "ailleurs.example.org" } };
        using var refused = await client.SendAsync(forged, Ct);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(0, await portal.InterruptAsync(Ct));
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Database=portal;Username=plus_app;Password=postgres")]
    [InlineData("Host=127.0.0.1;Database=portal;Username=plus_app;Password=court")]
    public async Task Short_password_of_the_database_is_refused(string connection)
    {
        using var portal = PortalProcess.Start("Production", dataFolder, connection, Ready);

        Assert.Equal(1, await portal.EndAsync(Ct));
        Assert.Contains("the password in ConnectionStrings__Portal is too short", portal.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("=court", portal.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Environment_of_the_tests_asks_for_everything_when_the_portal_itself_runs()
    {
        using var portal = PortalProcess.Start("Testing", dataFolder, "Host=127.0.0.1;Database=portal;Username=plus_app;Password=court", Ready);

        Assert.Equal(1, await portal.EndAsync(Ct));
        Assert.Contains("the password in ConnectionStrings__Portal is too short", portal.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Database_that_is_not_there_is_told_so()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        using var portal = PortalProcess.Start("Production", dataFolder, database.ConnectionString.Replace(new NpgsqlConnectionStringBuilder(database.ConnectionString).Database!, "nowhere", StringComparison.Ordinal), Ready);

        Assert.Equal(1, await portal.EndAsync(Ct));
        Assert.Contains("There is no such database on the server", portal.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", portal.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Word_that_is_no_command_does_not_serve_the_portal()
    {
        using var portal = PortalProcess.Start("Production", dataFolder, null, Ready, "migrat");

        Assert.Equal(1, await portal.EndAsync(Ct));
        Assert.Contains("\"migrat\" is no command: write one of migrate,", portal.Said, StringComparison.Ordinal);
    }

    private async Task StartsAsync(TestDatabase database)
    {
        using var portal = PortalProcess.Start("Production", dataFolder, database.ConnectionString, Ready);
        await portal.ReadyAsync(Ct);
        Assert.Equal(0, await portal.InterruptAsync(Ct));
    }

    private async Task<string> RefusalAsync(TestDatabase database, params string[] arguments)
    {
        using var portal = PortalProcess.Start("Production", dataFolder, database.ConnectionString, Ready, arguments);
        Assert.Equal(1, await portal.EndAsync(Ct));
        Assert.DoesNotContain("   at ", portal.Said, StringComparison.Ordinal);
        return portal.Said;
    }

    private async Task<string> RunAsync(TestDatabase database, string command)
    {
        using var portal = PortalProcess.Start("Production", dataFolder, database.ConnectionString, Ready, command);
        Assert.True(await portal.EndAsync(Ct) == 0, portal.Said);
        return portal.Said;
    }
}
