using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;
using PlusPortal.Data;
using PlusPortal.LocalPostgres;
using PlusPortal.Web.Commands;
using PlusPortal.Web.Jobs;
using PlusPortal.Web.Samples;
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
        catch (Exception failure) when (Explain(failure) is { } explanation)
        {
            StartupConsole.Complain(explanation);
            return 1;
        }
    }

    private static async Task<int> RunAsync(string[] args, Func<WebApplicationBuilder, WebApplication> build, CancellationToken ct)
    {
        var console = new StartupConsole();
        var builder = WebApplication.CreateBuilder(args);
        await using var database = await PortalDatabase.OpenAsync(builder, console, ct);
        await using var app = build(builder);

        if (args is [MigrateCommand])
        {
            await UpdateAsync(app, console, ct);
            console.Report("The database is up to date.");
            return 0;
        }

        // Before the database is touched; the commands that need none of the settings run without them.
        if (args is not [ImportDirectoryCommand.Name or CreateAdministratorCommand.Name, ..]) app.Services.GetRequiredService<IStartupValidator>().Validate();
        if (app.Environment.IsDevelopment()) await UpdateAsync(app, console, ct);
        else await CheckAsync(app, ct);

        if (args is [ImportDirectoryCommand.Name, .. var arguments])
        {
            await using var scope = app.Services.CreateAsyncScope();
            return await ImportDirectoryCommand.RunAsync(arguments, scope.ServiceProvider, Console.Out, ct);
        }

        if (args is [CreateAdministratorCommand.Name, .. var account])
        {
            await using var scope = app.Services.CreateAsyncScope();
            return await ActivatorUtilities.CreateInstance<CreateAdministratorCommand>(scope.ServiceProvider).RunAsync(account, PasswordPrompt.Ask, Console.Out, ct);
        }

        if (app.Environment.IsDevelopment()) app.Lifetime.ApplicationStarted.Register(() => Welcome.Print(app));
        await app.RunAsync();
        return 0;
    }

    private static async Task UpdateAsync(WebApplication app, IProgress<string> progress, CancellationToken ct)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var setup = new DatabaseSetup(scope.ServiceProvider.GetRequiredService<PortalDb>(), app.Services.GetRequiredService<TimeProvider>(), progress);
        await setup.UpdateAsync(ct);
        if (!app.Environment.IsDevelopment()) return;
        progress.Report("Loading the sample accounts and requests…");
        await ActivatorUtilities.CreateInstance<SampleData>(scope.ServiceProvider).LoadAsync(ct);
    }

    /// <summary>Outside Development the schema changes by command only; a portal that lacks it must not answer.</summary>
    private static async Task CheckAsync(WebApplication app, CancellationToken ct)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
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
        SchedulerException => "The tables of the scheduler (qrtz_…) are those of another version: they hold nothing that the portal does not write again, "
            + $"so stop it, drop them, and run \"PlusPortal.Web {MigrateCommand}\" again (docs/adr/0014).",
        PostgresException refusal => $"The database refused: {refusal.MessageText} (ConnectionStrings__Portal).",
        NpgsqlException { InnerException: SocketException or TimeoutException } =>
            $"The database does not answer: {failure.Message} Check ConnectionStrings__Portal and that PostgreSQL runs.",
        _ => null,
    };
}
