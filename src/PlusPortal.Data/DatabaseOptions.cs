using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;
using PlusPortal.Data.Diagnostics;

namespace PlusPortal.Data;

/// <summary>How the portal talks to PostgreSQL; the same in the host, the tools and the tests.</summary>
public static class DatabaseOptions
{
    /// <summary>Name of the connection string.</summary>
    public const string ConnectionName = "Portal";

    /// <summary>Name of the connection string of the scheduler: the same database, without the hurry of a page.</summary>
    public const string SchedulerName = "Scheduler";

    /// <summary>
    /// How long a page waits for a connection, and then for each answer. A command that times out waits once more for a
    /// connection, on which Npgsql asks the server to give it up: a database that hangs is told after two seconds.
    /// </summary>
    public const int AnswerWithinSeconds = 1;

    /// <summary>How long work waits that nobody looks at: jobs, mails, what is kept in memory, many requests read at once.</summary>
    public static readonly TimeSpan PatientWork = TimeSpan.FromSeconds(30);

    /// <summary>How long the work of a command waits for one answer: an index over a large table, an import.</summary>
    public static readonly TimeSpan CommandWork = TimeSpan.FromMinutes(30);

    /// <summary>Statements and transactions that nobody waits for any more end on the server too: after the longest wait of ours, with a margin.</summary>
    private const string EndOnServer = "-c statement_timeout=60s -c idle_in_transaction_session_timeout=60s";

    /// <summary>A change of the schema that waits for a table makes everybody behind it wait: better to give up.</summary>
    private const string GiveWay = "-c lock_timeout=5s";

    /// <summary>Applies the settings that every context shares.</summary>
    public static DbContextOptionsBuilder UsePortalDatabase(this DbContextOptionsBuilder builder, string connectionString) => builder
        .UseNpgsql(BoundedConnection(connectionString), npgsql => npgsql.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery))
        .UseSnakeCaseNamingConvention()
        .AddInterceptors(QueryCallSites.Instance);

    /// <summary>The same connection string with an end to every wait; what it says itself holds.</summary>
    public static string BoundedConnection(string connectionString) =>
        Completed(connectionString, AnswerWithinSeconds, AnswerWithinSeconds, EndOnServer);

    /// <summary>That of the scheduler: its nodes wait for each other in the database.</summary>
    public static string PatientConnection(string connectionString) =>
        Completed(connectionString, AnswerWithinSeconds, (int)PatientWork.TotalSeconds, EndOnServer);

    /// <summary>That of a command, which may take its time but not hold up the portal that runs.</summary>
    public static string CommandConnection(string connectionString) =>
        Completed(connectionString, (int)PatientWork.TotalSeconds, (int)CommandWork.TotalSeconds, GiveWay);

    /// <summary>Lets the queries of this unit of work take longer than a page may.</summary>
    public static void WaitPatiently(this DatabaseFacade database) => database.SetCommandTimeout(PatientWork);

    private static string Completed(string connectionString, int connectSeconds, int answerSeconds, string options)
    {
        if (string.IsNullOrWhiteSpace(connectionString)) return connectionString;

        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        var said = settings.Keys.ToHashSet(StringComparer.OrdinalIgnoreCase);
        void Unless<T>(string name, T value)
        {
            if (!said.Contains(name)) settings[name] = value;
        }

        Unless("Timeout", connectSeconds);
        Unless("Command Timeout", answerSeconds);

        // A server that hangs does not give up a command either: nobody waits for its word, and nobody asks it about Kerberos first.
        Unless("Cancellation Timeout", -1);
        Unless("GSS Encryption Mode", "Disable");
        Unless("Options", options);

        // A connection whose other end went away without a word is found out while nobody uses it.
        Unless("Tcp Keepalive", true);
        Unless("Tcp Keepalive Time", 30);
        Unless("Tcp Keepalive Interval", 10);
        return settings.ConnectionString;
    }
}
