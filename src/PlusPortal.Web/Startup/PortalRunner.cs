using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;
using PlusPortal.Data;
using PlusPortal.Data.Schema;
using PlusPortal.LocalPostgres;
using PlusPortal.Web.Addresses;
using PlusPortal.Web.Commands;
using PlusPortal.Web.Jobs;
using PlusPortal.Web.Privacy;
using PlusPortal.Web.Profile;
using PlusPortal.Web.Retention;
using PlusPortal.Web.Samples;
using PlusPortal.Web.Security.Audit;
using PlusPortal.Web.Security.Keys;
using PlusPortal.Web.Settings;
using PlusPortal.Web.Startup.Database;
using Quartz;

namespace PlusPortal.Web.Startup;

/// <summary>
/// From the command line to a running portal: opens the database, brings it up to date where that is this process's
/// task (Development, <c>migrate</c>), checks it elsewhere, then runs the host to its end.
/// </summary>
public static class PortalRunner
{
    public const string MigrateCommand = "migrate";
    private const int Interrupted = 130;
    private const int FirstConnections = 10;

    /// <summary>What works on a database that is up to date, then ends.</summary>
    private static readonly string[] Commands = [ImportDirectoryCommand.Name, CreateAdministratorCommand.Name, RotateKeysCommand.Name, RemoveSampleAccountsCommand.Name];

    /// <param name="args">The command line; a first word without dashes is a command.</param>
    /// <param name="build">Registers the services, builds the application and maps its pages.</param>
    public static async Task<int> RunAsync(string[] args, Func<WebApplicationBuilder, WebApplication> build)
    {
        if (args is [HealthCheckCommand.Name]) return await HealthCheckCommand.RunAsync();

        using var signals = new StopSignals();
        try
        {
            return await RunAsync(args, build, signals.Token);
        }
        catch (OperationCanceledException) when (signals.Token.IsCancellationRequested)
        {
            return Interrupted;
        }
        catch (Exception failure) when (failure is not HostAbortedException)
        {
            StartupConsole.Complain(Explain(failure) ?? $"An error that nobody foresaw:\n{failure}");
            return 1;
        }
    }

    private static async Task<int> RunAsync(string[] args, Func<WebApplicationBuilder, WebApplication> build, CancellationToken ct)
    {
        var command = args.FirstOrDefault() is { } word && !word.StartsWith('-') ? word : null;
        if (command is not null && command != MigrateCommand && !Commands.Contains(command))
            throw new StartupException($"\"{command}\" is no command: write one of {string.Join(", ", Commands.Prepend(MigrateCommand).Append(HealthCheckCommand.Name))}, or none to serve the portal.");

        var console = new StartupConsole();
        var builder = WebApplication.CreateBuilder(args);
        await using var database = await PortalDatabase.OpenAsync(builder, isCommand: args is [not ['-', ..], ..], console, ct);
        await using var app = build(builder);

        if (args is [MigrateCommand])
        {
            await UpdateAsync(app, database, console, ct);
            console.Report("The database is up to date.");
            return 0;
        }

        // Before the database is touched; the commands that need none of the settings run without them.
        if (command is null) app.Services.GetRequiredService<IStartupValidator>().Validate();
        if (app.Environment.IsDevelopment()) await UpdateAsync(app, database, console, ct);
        else await CheckAsync(app, command, ct);
        if (await RunCommandAsync(args, app, ct) is { } exitCode)
        {
            await StoreAuditAsync(app);
            return exitCode;
        }

        if (app.Environment.IsDevelopment()) app.Lifetime.ApplicationStarted.Register(() => Welcome.Print(app, database.IsPrivate));
        await app.RunAsync();
        return 0;
    }

    /// <summary>Its exit code; null when the command line names none of them.</summary>
    private static async Task<int?> RunCommandAsync(string[] args, WebApplication app, CancellationToken ct)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        return args switch
        {
            [ImportDirectoryCommand.Name, .. var arguments] => await ImportDirectoryCommand.RunAsync(arguments, services, Console.Out, ct),
            [CreateAdministratorCommand.Name, .. var account] =>
                await ActivatorUtilities.CreateInstance<CreateAdministratorCommand>(services).RunAsync(account, PasswordPrompt.Ask, Console.Out, ct),
            [RotateKeysCommand.Name] => await RotateKeysCommand.RunAsync(services, Console.Out, ct),
            [RemoveSampleAccountsCommand.Name] => await RemoveSampleAccountsCommand.RunAsync(services, Console.Out, ct),
            _ => null,
        };
    }

    /// <summary>What a command did is told before it ends; the command has done its work whatever becomes of that.</summary>
    private static async Task StoreAuditAsync(WebApplication app)
    {
        try
        {
            await app.Services.GetRequiredService<AuditQueue>().FlushAsync(CancellationToken.None);
        }
        catch (Exception failure) when (failure is NpgsqlException or DbUpdateException or InvalidOperationException)
        {
            await Console.Error.WriteLineAsync($"The audit could not be written: {failure.Message}");
        }
    }

    private static async Task UpdateAsync(WebApplication app, PortalDatabase database, IProgress<string> progress, CancellationToken ct)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var terms = app.Services.GetRequiredService<IOptions<RetentionOptions>>().Value.ToTerms();
        var setup = new DatabaseSetup(scope.ServiceProvider.GetRequiredService<PortalDb>(), app.Services.GetRequiredService<TimeProvider>(), progress, terms);
        await setup.UpdateAsync(ct);
        await ActivatorUtilities.CreateInstance<ErasuresAgain>(scope.ServiceProvider).ApplyAsync(progress, ct);

        // A database that somebody named may be anybody's, on any machine: a published password must not open it.
        if (!app.Environment.IsDevelopment() || !database.IsPrivate) return;
        progress.Report("Loading the sample accounts and requests…");
        await ActivatorUtilities.CreateInstance<SampleData>(scope.ServiceProvider).LoadAsync(ct);
    }

    /// <summary>Outside Development the schema changes by command only; a portal that lacks it must not answer.</summary>
    private static async Task CheckAsync(WebApplication app, string? command, CancellationToken ct)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        await AwaitAnswerAsync(db.Database.GetConnectionString()!, ct);
        var missing = await db.Database.GetPendingMigrationsAsync(ct);
        if (missing.Any())
        {
            throw new StartupException(
                $"The schema of its database is not up to date ({missing.Count()} migrations missing, first {missing.First()}). "
                + $"Run \"PlusPortal.Web {MigrateCommand}\" with the connection string of the database owner, then start again.");
        }

        if (!await JobTables.AreThereAsync(db, ct))
        {
            throw new StartupException(
                "Its database lacks the tables of the scheduler (qrtz_…). "
                + $"Run \"PlusPortal.Web {MigrateCommand}\" with the connection string of the database owner, then start again.");
        }

        if (!await db.IsSealedAsync(ct))
        {
            throw new StartupException(
                "Its database lets the portal change its own history, as after a restore. "
                + $"Run \"PlusPortal.Web {MigrateCommand}\" with the connection string of the database owner, then start again.");
        }

        if (command is null) await RetentionDifference.LogAsync(scope.ServiceProvider, ct);
        if (!app.Environment.IsExposed) return;
        await CheckNothingIsKnownAsync(scope.ServiceProvider, command, ct);
        if (command is null) await CheckWayToPlusAsync(scope.ServiceProvider, ct);
    }

    /// <summary>
    /// While the portal starts nobody waits for a page, and the machine may just have started too: a first connection that takes
    /// too long is tried again. Whatever else is wrong is told by the checks that follow.
    /// </summary>
    private static async Task AwaitAnswerAsync(string connectionString, CancellationToken ct)
    {
        for (var left = FirstConnections; left > 0; left--)
        {
            try
            {
                await using var connection = new NpgsqlConnection(connectionString);
                await connection.OpenAsync(ct);
                return;
            }
            catch (PostgresException missing) when (missing.SqlState == PostgresErrorCodes.InvalidCatalogName)
            {
                throw new StartupException($"There is no such database on the server: {missing.MessageText}. Correct ConnectionStrings__Portal, or make the database and its two roles with deploy/roles.sql; "
                    + $"then run \"PlusPortal.Web {MigrateCommand}\" with the connection string of the database owner and start again.");
            }
            catch (NpgsqlException failure)
            {
                if (failure.InnerException is not TimeoutException) return;
            }
        }
    }

    /// <summary>What everybody can read, or whoever has a copy of the database, must not open a portal that others reach.</summary>
    private static async Task CheckNothingIsKnownAsync(IServiceProvider services, string? command, CancellationToken ct)
    {
        if (command != RemoveSampleAccountsCommand.Name && await ActivatorUtilities.CreateInstance<StoredSamples>(services).AnyAccountAsync(ct))
        {
            throw new StartupException(
                "Its database holds sample accounts, whose password everybody can read: a portal in Development has filled it. "
                + $"Choose another database, or run \"PlusPortal.Web {RemoveSampleAccountsCommand.Name}\" on this one, then start again.");
        }

        if (command is null && await services.GetRequiredService<KeyRing>().HasKeyInClearAsync(ct))
        {
            throw new StartupException(
                "Its database holds keys of sessions in clear: whoever has a copy of it could sign in as anybody. "
                + $"Run \"PlusPortal.Web {RotateKeysCommand.Name}\", then start again; everybody has to sign in once more.");
        }
    }

    /// <summary>The configuration gives the first values, the page of settings others: one of them must say how to reach PLUS.</summary>
    private static async Task CheckWayToPlusAsync(IServiceProvider services, CancellationToken ct)
    {
        if ((await services.GetRequiredService<CurrentProfile>().GetAsync(ct)).HasWayToPlus) return;
        throw new StartupException(
            "Set Portal__Phone or Portal__Email, or both: who cannot use the portal must be able to reach PLUS, and its database holds neither. "
            + $"Once it runs, an administrator may give others at {AdminAddress.ReachSettings}.");
    }

    /// <summary>One sentence stays in its line; several take a line each.</summary>
    private static string Listed(IEnumerable<string> sentences) => sentences.Distinct().ToList() is [var only] ? only : string.Join("", sentences.Distinct().Select(sentence => $"\n  - {sentence}"));

    private static string? Explain(Exception failure) => failure switch
    {
        StartupException or LocalPostgresException => failure.Message,
        OptionsValidationException invalid => Listed(invalid.Failures),
        AggregateException { InnerExceptions: var several } when several.All(one => one is OptionsValidationException) =>
            Listed(several.Cast<OptionsValidationException>().SelectMany(one => one.Failures)),
        IOException { InnerException: AddressInUseException } =>
            $"{failure.Message} Another portal may be running: stop it, or choose another address with --urls.",
        FormatException when failure.Message.StartsWith("Invalid url", StringComparison.Ordinal) =>
            $"{failure.Message} Set ASPNETCORE_URLS to what the portal listens to, for example http://127.0.0.1:5000.",
        SchedulerException => "The tables of the scheduler (qrtz_…) are those of another version: they hold nothing that the portal does not write again, "
            + $"so stop it, drop them, and run \"PlusPortal.Web {MigrateCommand}\" again (docs/adr/0014).",
        // So EF wraps what may pass when it is tried again.
        InvalidOperationException { InnerException: NpgsqlException transient } => Explain(transient),
        PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable } =>
            "Somebody holds a table that has to change, and waiting longer would hold up every page behind it: the step under way was not made, those before it stand, the portal that runs goes on. "
            + "Run the command again at a quieter moment; who holds what is in pg_stat_activity and pg_locks.",
        PostgresException refusal => $"The database refused: {refusal.MessageText} (ConnectionStrings__Portal).",
        NpgsqlException { InnerException: SocketException or TimeoutException } =>
            $"The database does not answer: {failure.Message} Check ConnectionStrings__Portal and that PostgreSQL runs.",
        _ => null,
    };
}
