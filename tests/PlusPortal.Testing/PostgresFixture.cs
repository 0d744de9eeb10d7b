using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PlusPortal.Data;
using PlusPortal.Domain;
using PlusPortal.LocalPostgres;
using PlusPortal.Web.Startup.Database;
using Xunit;

namespace PlusPortal.Testing;

/// <summary>
/// One PostgreSQL for a test assembly, and one template database with the schema and the reference data in it,
/// from which each test collection gets its own copy (<see cref="CreateDatabaseAsync"/>).
/// </summary>
/// <remarks>
/// Declared once an assembly: <c>[assembly: AssemblyFixture(typeof(PostgresFixture))]</c>; then any test class or
/// collection fixture takes it in its constructor. The cluster is kept between runs, and so is the template as
/// long as the code that fills it is the same. Assemblies run side by side in processes of their own: they share
/// the server, the first builds the template and the last one out stops the server.
/// </remarks>
public sealed class PostgresFixture : IAsyncLifetime
{
    private const string TemplatePrefix = "plus_template_";
    private const string CopyPrefix = "plus_test_";
    private const long BuildLock = 0x504C5553;

    /// <summary>The portal's role, with the rights that deploy/roles.sql gives under another name. It opens databases of tests and no other.</summary>
    private const string AppRole = "plus_tests_app";
    private const string AppPassword = "mot de passe des essais";

    private readonly Lazy<Task<ReadingPortal>> reading;
    private LocalPostgresServer? server;
    private string templateName = "";

    public PostgresFixture() => reading = new Lazy<Task<ReadingPortal>>(async () => await ReadingPortal.OpenAsync(await CreateDatabaseAsync()));

    private LocalPostgresServer Server => server ?? throw new InvalidOperationException("The fixture has not been initialised.");

    public async ValueTask InitializeAsync()
    {
        var options = new LocalPostgresOptions
        {
            Root = Path.Combine(LocalDataFolder.Find(AppContext.BaseDirectory), "postgres"),
            Cluster = "tests",
        };
        server = await LocalPostgresServer.StartAsync(options, progress: null, CancellationToken.None);
        templateName = TemplatePrefix + HashOfSetupCode();

        // The lock ends with the connection, which therefore goes back to no pool.
        await using var connection = await OpenAdministrationAsync(";Pooling=false");
        await ExecuteAsync(connection, $"select pg_advisory_lock({BuildLock})");
        if (!Server.WasReused) await DropWhatIsOverAsync(connection);
        if (!await ExistsAsync(connection, templateName)) await BuildTemplateAsync(connection);
    }

    public async ValueTask DisposeAsync()
    {
        if (reading.IsValueCreated) await (await reading.Value).DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        if (server is not null) await server.DisposeAsync();
    }

    /// <summary>A database of its own for the caller, with the schema and the reference data; dropped on disposal.</summary>
    public async Task<TestDatabase> CreateDatabaseAsync()
    {
        var name = CopyPrefix + Guid.NewGuid().ToString("N");
        await using var connection = await OpenAdministrationAsync();
        await ExecuteAsync(connection, $"create database {name} template {templateName} strategy file_copy");
        return new TestDatabase(this, name, ConnectionStringFor(name), AppConnectionStringFor(name));
    }

    /// <summary>What a dump and its restore into a new database give: the same, byte for byte. Everybody who is connected to the first is sent away.</summary>
    public async Task<TestDatabase> CopyAsync(TestDatabase source)
    {
        var name = CopyPrefix + Guid.NewGuid().ToString("N");
        NpgsqlConnection.ClearAllPools();
        await using var connection = await OpenAdministrationAsync();
        await ExecuteAsync(connection, $"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{source.Name}'");
        await ExecuteAsync(connection, $"create database {name} template {source.Name} strategy file_copy");
        return new TestDatabase(this, name, ConnectionStringFor(name), AppConnectionStringFor(name));
    }

    /// <summary>The portal of the classes that only read (<see cref="ReadingFixture"/>).</summary>
    internal Task<ReadingPortal> ReadingPortalAsync() => reading.Value;

    /// <summary>An address on the same server where no database is, for tests of the set-up itself.</summary>
    public string ConnectionStringOfMissingDatabase() => ConnectionStringFor(CopyPrefix + Guid.NewGuid().ToString("N"));

    internal async Task DropAsync(TestDatabase database)
    {
        database.ClearPools();
        await using var connection = await OpenAdministrationAsync();
        await ExecuteAsync(connection, $"drop database if exists {database.Name} with (force)");
    }

    /// <summary>More patient than a portal: while tests run side by side, a machine may be slow without anything being wrong.</summary>
    /// <remarks>Complete, as the portal would make it: another text would be another pool, which nobody empties.</remarks>
    private string ConnectionStringFor(string name) => DatabaseOptions.BoundedConnection(Server.ConnectionStringFor(name) + ";Timeout=15;Command Timeout=30");

    private string AppConnectionStringFor(string name) =>
        new NpgsqlConnectionStringBuilder(ConnectionStringFor(name)) { Username = AppRole, Password = AppPassword }.ConnectionString;

    private async Task BuildTemplateAsync(NpgsqlConnection administration)
    {
        // Under another name until it is complete: a run that was killed must not leave half a template.
        var unfinished = templateName + "_unfinished";
        await ExecuteAsync(administration, $"drop database if exists {unfinished} with (force)");
        await ExecuteAsync(administration, $"create database {unfinished}");
        await ExecuteAsync(administration, $"do $$ begin if not exists (select from pg_roles where rolname = '{AppRole}') then create role {AppRole} login password '{AppPassword}'; end if; end $$");
        await using (var owner = new NpgsqlConnection(ConnectionStringFor(unfinished) + ";Pooling=false"))
        {
            await owner.OpenAsync();
            await ExecuteAsync(owner, $"alter default privileges grant select, insert, update, delete on tables to {AppRole}");
            await ExecuteAsync(owner, $"alter default privileges grant usage, select on sequences to {AppRole}");
        }

        var settings = new DbContextOptionsBuilder<PortalDb>();
        settings.UsePortalDatabase(ConnectionStringFor(unfinished) + ";Pooling=false");
        await using (var db = new PortalDb(settings.Options))
        {
            await new DatabaseSetup(db, TimeProvider.System, new Progress<string>()).UpdateAsync(CancellationToken.None);

            // The clock of a test decides what is past its term, not that of the machine.
            await db.Database.ExecuteSqlAsync($"create or replace function portal_now() returns timestamptz language sql stable as $$ select timestamptz '9999-01-01Z' $$");
        }

        await ExecuteAsync(administration, $"alter database {unfinished} rename to {templateName}");
    }

    /// <summary>Changes with every build of the code that decides what the template holds.</summary>
    private static string HashOfSetupCode()
    {
        var builds = new[] { typeof(DomainRuleException), typeof(PortalDb), typeof(DatabaseSetup), typeof(PostgresFixture) }
            .Select(type => type.Module.ModuleVersionId.ToString("N"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(builds))))[..16];
    }

    private async Task<NpgsqlConnection> OpenAdministrationAsync(string more = "")
    {
        var connection = new NpgsqlConnection(Server.ConnectionString + ";Command Timeout=300" + more);
        await connection.OpenAsync();
        return connection;
    }

    private static async Task<bool> ExistsAsync(NpgsqlConnection connection, string name)
    {
        await using var command = new NpgsqlCommand("select exists (select from pg_database where datname = $1)", connection)
        {
            Parameters = { new() { Value = name } },
        };
        return (bool)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Copies of runs that were killed, templates of former builds. While the server runs, another run may work on any of them.</summary>
    private async Task DropWhatIsOverAsync(NpgsqlConnection connection)
    {
        await DropAsync(connection, CopyPrefix);
        await DropAsync(connection, TemplatePrefix, except: templateName);
    }

    private static async Task DropAsync(NpgsqlConnection connection, string prefix, string? except = null)
    {
        var names = new List<string>();
        await using (var command = new NpgsqlCommand("select datname from pg_database where starts_with(datname, $1)", connection)
        {
            Parameters = { new() { Value = prefix } },
        })
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync()) names.Add(reader.GetString(0));
        }

        foreach (var name in names.Where(name => name != except))
            await ExecuteAsync(connection, $"drop database if exists {name} with (force)");
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
