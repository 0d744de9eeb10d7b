using System.Net.Sockets;
using System.Security.Claims;
using Microsoft.AspNetCore.Diagnostics;
using Npgsql;

namespace PlusPortal.Web.Startup.Database;

/// <summary>Tells a database that cannot be reached, or does not answer in time, from any other failure, and lets the error page do without it.</summary>
public static class DatabaseOutage
{
    /// <summary>SQL states of a server that cannot do its work now: connection lost, out of resources, stopped or starting, statement or lock given up in time.</summary>
    private static readonly string[] States = ["08", "53", "57P", PostgresErrorCodes.QueryCanceled, PostgresErrorCodes.LockNotAvailable];

    /// <summary>503 while the database is away, else 500.</summary>
    public static int StatusOf(Exception failure) => Explains(failure) ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError;

    /// <summary>Whether the database, or a wait that was too long, is the cause of a failure.</summary>
    public static bool Explains(Exception? failure)
    {
        for (; failure is not null; failure = failure.InnerException)
        {
            if (IsOutage(failure)) return true;
        }

        return false;
    }

    /// <summary>
    /// The page shown instead of a failed one must not need the database: it is shown as to a stranger. Checking a
    /// session would ask the database again, and fail again.
    /// </summary>
    public static IApplicationBuilder UseStrangerDuringOutage(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Features.Get<IExceptionHandlerFeature>()?.Error is { } failure && Explains(failure))
        {
            context.Request.Headers.Remove("Cookie");
            context.User = new ClaimsPrincipal(new ClaimsIdentity());
        }

        return next(context);
    });

    private static bool IsOutage(Exception failure) => failure switch
    {
        PageTimeoutException => true,
        PostgresException { SqlState: var state } => States.Any(begin => state.StartsWith(begin, StringComparison.Ordinal)),
        NpgsqlException { InnerException: SocketException or IOException or TimeoutException } => true,
        _ => false,
    };
}

/// <summary>A page took longer than any may.</summary>
public sealed class PageTimeoutException(string message) : Exception(message);
