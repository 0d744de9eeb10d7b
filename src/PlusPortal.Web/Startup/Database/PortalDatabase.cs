using Npgsql;
using PlusPortal.Data;
using PlusPortal.LocalPostgres;
using PlusPortal.Web.Settings;

namespace PlusPortal.Web.Startup.Database;

/// <summary>
/// The database the portal was given, or, in Development only, a private one. The connection string lands in the
/// configuration, where everything else finds it.
/// </summary>
public sealed class PortalDatabase : IAsyncDisposable
{
    private const int ShortestPassword = 16;
    private const string LocalName = "plus_portal";

    /// <summary>A developer's machine compiles while the portal starts: there patience is worth more than a quick refusal.</summary>
    private const string OnThisMachine = ";Timeout=15;Command Timeout=30";

    private readonly LocalPostgresServer? local;

    private PortalDatabase(LocalPostgresServer? local) => this.local = local;

    /// <summary>Whether the portal started it by itself, for this folder alone.</summary>
    public bool IsPrivate => local is not null;

    /// <param name="builder">Tells what was given, and is told what is used.</param>
    /// <param name="isCommand">Whether the process does one thing and ends: it may wait longer than a page.</param>
    /// <param name="progress">Hears what a person waits for.</param>
    /// <param name="ct">Stops the wait for a private server.</param>
    public static async Task<PortalDatabase> OpenAsync(WebApplicationBuilder builder, bool isCommand, IProgress<string> progress, CancellationToken ct)
    {
        if (builder.Configuration.GetConnectionString(DatabaseOptions.ConnectionName) is { } given && !string.IsNullOrWhiteSpace(given))
        {
            Check(given, builder.Environment.IsExposed);
            Use(builder, given, isCommand);
            return new PortalDatabase(null);
        }

        if (!builder.Environment.IsDevelopment())
        {
            throw new StartupException(
                $"No database is configured for the environment {builder.Environment.EnvironmentName}: set ConnectionStrings__Portal, "
                + "for example to \"Host=…;Database=plus_portal;Username=…;Password=…\". "
                + "A private database is started in Development only (ASPNETCORE_ENVIRONMENT=Development).");
        }

        var options = new LocalPostgresOptions
        {
            Root = Path.Combine(LocalDataFolder.Find(builder.Environment.ContentRootPath), "postgres"),
        };
        var server = await LocalPostgresServer.StartAsync(options, progress, ct);
        progress.Report(server.WasReused
            ? $"PostgreSQL {server.MajorVersion} was already running on port {server.Port}."
            : $"PostgreSQL {server.MajorVersion} runs on port {server.Port}.");
        await CreateMissingAsync(server, ct);
        Use(builder, server.ConnectionStringFor(LocalName) + OnThisMachine, isCommand);
        return new PortalDatabase(server);
    }

    private static void Use(WebApplicationBuilder builder, string connectionString, bool isCommand)
    {
        builder.Configuration[$"ConnectionStrings:{DatabaseOptions.SchedulerName}"] = DatabaseOptions.PatientConnection(connectionString);
        builder.Configuration[$"ConnectionStrings:{DatabaseOptions.ConnectionName}"] =
            isCommand ? DatabaseOptions.CommandConnection(connectionString) : DatabaseOptions.BoundedConnection(connectionString);
    }

    /// <summary>Refuses what Npgsql cannot read; its own words name the part, never a password. Without any, PostgreSQL knows the portal in another way.</summary>
    private static void Check(string connectionString, bool isExposed)
    {
        try
        {
            var parts = new NpgsqlConnectionStringBuilder(connectionString);
            if (isExposed && parts.Password is { Length: > 0 and < ShortestPassword })
                throw new StartupException($"Its database is not safe: the password in ConnectionStrings__Portal is too short: choose one of {ShortestPassword} characters or more (openssl rand -hex 24 makes a good one).");
            if (parts.Host is { Length: > 0 }) return;
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException or InvalidCastException)
        {
            throw new StartupException($"ConnectionStrings__Portal cannot be read ({unreadable.Message}): write it as \"Host=…;Database=plus_portal;Username=…;Password=…\".", unreadable);
        }

        throw new StartupException("ConnectionStrings__Portal names no host: write it as \"Host=…;Database=plus_portal;Username=…;Password=…\".");
    }

    /// <summary>Migrations would create it too, after reporting its absence as an error.</summary>
    private static async Task CreateMissingAsync(LocalPostgresServer server, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionString + ";Pooling=false");
        await connection.OpenAsync(ct);
        await using var question = new NpgsqlCommand($"select exists (select from pg_database where datname = '{LocalName}')", connection);
        if ((bool)(await question.ExecuteScalarAsync(ct))!) return;

        await using var creation = new NpgsqlCommand($"create database {LocalName}", connection);
        await creation.ExecuteNonQueryAsync(ct);
    }

    public async ValueTask DisposeAsync()
    {
        if (local is not null) await local.DisposeAsync();
    }
}
