using System.Net.Sockets;
using System.Security.Claims;
using Microsoft.AspNetCore.Diagnostics;
using Npgsql;

namespace PlusPortal.Web.Startup.Database;

/// <summary>Tells a database that cannot be reached from any other failure, and lets the error page do without it.</summary>
public static class DatabaseOutage
{
    /// <summary>503 while the database is away, else 500.</summary>
    public static int StatusOf(Exception failure) => Explains(failure) ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError;

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

    private static bool Explains(Exception? failure)
    {
        for (; failure is not null; failure = failure.InnerException)
        {
            if (failure is NpgsqlException npgsql && IsOutage(npgsql)) return true;
        }

        return false;
    }

    /// <summary>Cannot connect, connection lost, shut down by its operator, starting up, or out of connections.</summary>
    private static bool IsOutage(NpgsqlException failure) => failure switch
    {
        PostgresException { SqlState: var state } => state.StartsWith("08", StringComparison.Ordinal) || state.StartsWith("57P", StringComparison.Ordinal) || state == PostgresErrorCodes.TooManyConnections,
        { InnerException: SocketException or IOException or TimeoutException } => true,
        _ => false,
    };
}
