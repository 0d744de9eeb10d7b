using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace PlusPortal.LocalPostgres;

/// <summary>
/// A private PostgreSQL server on 127.0.0.1, for development and tests.
/// </summary>
/// <remarks>
/// It gives a running server and its superuser, no more: databases are created by the caller, who has a driver
/// (Entity Framework's migrations create theirs; tests copy a template). Several processes may start the same
/// cluster: the first starts it, the others join, the last one out stops it. A process that was killed leaves the
/// server running, and the next start picks it up.
/// </remarks>
public sealed class LocalPostgresServer : IAsyncDisposable
{
    private const int StartAttempts = 5;
    private const int LinesOfLogShown = 15;
    private const long LargestLogBytes = 10_000_000;
    private static readonly TimeSpan SlowestStart = TimeSpan.FromSeconds(60);

    private readonly ClusterFolder cluster;
    private readonly ServerAccount account;
    private readonly PostgresPrograms programs;
    private readonly ClusterUsers.Registration registration;
    private readonly string password;
    private readonly int port;
    private int stopRequests;

    private LocalPostgresServer(
        ClusterFolder cluster, ServerAccount account, PostgresPrograms programs, ClusterUsers.Registration registration,
        string password, int port, bool wasReused)
    {
        this.cluster = cluster;
        this.account = account;
        this.programs = programs;
        this.registration = registration;
        this.password = password;
        this.port = port;
        WasReused = wasReused;
    }

    /// <summary>Connects the superuser to the database <c>postgres</c>, which always exists.</summary>
    public string ConnectionString => ConnectionStringFor("postgres");

    /// <summary>Whether the server was already running.</summary>
    public bool WasReused { get; }

    public int Port => port;

    /// <summary>Major version of the server.</summary>
    public int MajorVersion => programs.MajorVersion;

    /// <summary>Folder of the PostgreSQL programs in use.</summary>
    public string ProgramsFolder => programs.Folder;

    /// <summary>Folder of the cluster: its data, its log, its port and its password.</summary>
    public string ClusterFolder => cluster.Home;

    /// <summary>Connects the superuser to a database, which the caller creates.</summary>
    public string ConnectionStringFor(string database) =>
        $"Host=127.0.0.1;Port={port};Database={database};Username={ClusterSetup.SuperUser};Password={password};SSL Mode=Disable";

    /// <summary>Starts the server, or joins it when it runs already.</summary>
    /// <exception cref="LocalPostgresException">It cannot be started; the message says what to do.</exception>
    public static async Task<LocalPostgresServer> StartAsync(
        LocalPostgresOptions options, IProgress<string>? progress, CancellationToken ct)
    {
        var account = await ServerAccount.ResolveAsync(ct);
        var cluster = await LocalPostgres.ClusterFolder.OpenAsync(options, account, ct);
        using var _ = await FileLock.AcquireAsync(
            cluster.LockFile, () => progress?.Report("Another process starts the same PostgreSQL, waiting…"), ct);

        var programs = await new PostgresLocator(options, cluster, account, progress).FindAsync(ct);
        var setup = new ClusterSetup(cluster, account, progress);
        if (!cluster.IsInitialised) await setup.CreateAsync(programs, ct);

        var running = await FindRunningAsync(cluster, account, programs, progress, ct);
        if (running is null) progress?.Report($"Starting PostgreSQL {programs.MajorVersion}…");
        var port = running?.Port ?? await LaunchAsync(cluster, account, programs, setup, options.MaxConnections, ct);

        var password = (await File.ReadAllTextAsync(cluster.PasswordFile, ct)).Trim();
        var registration = new ClusterUsers(cluster.UsersFolder).Register();
        return new LocalPostgresServer(cluster, account, programs, registration, password, port, running is not null);
    }

    /// <summary>Leaves the server; stops it, cutting the remaining sessions, when nobody else uses it.</summary>
    public async Task StopAsync()
    {
        if (Interlocked.Exchange(ref stopRequests, 1) > 0) return;

        using var _ = await FileLock.AcquireAsync(cluster.LockFile, () => { }, CancellationToken.None);
        registration.End();
        if (new ClusterUsers(cluster.UsersFolder).Any()) return;
        if (Postmaster.Read(cluster.PidFile) is not { } running || !running.IsServerOf(cluster.Data)) return;

        var result = await ControlAsync(
            cluster, account, programs, ["stop", "--mode=fast", "--wait", "--silent"], CancellationToken.None);
        if (!result.Succeeded) throw new LocalPostgresException($"PostgreSQL could not be stopped (process {running.Pid}).");
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    private static async Task<Postmaster?> FindRunningAsync(
        ClusterFolder cluster, ServerAccount account, PostgresPrograms programs, IProgress<string>? progress, CancellationToken ct)
    {
        if (!File.Exists(cluster.PidFile)) return null;

        var waited = Stopwatch.StartNew();
        while (Postmaster.Read(cluster.PidFile) is { } found && found.IsServerOf(cluster.Data))
        {
            if (found.IsReady && await found.AnswersAsync(ct)) return found;

            if (waited.Elapsed > SlowestStart)
            {
                progress?.Report($"The PostgreSQL found running (process {found.Pid}) does not answer: stopping it.");
                await ControlAsync(cluster, account, programs, ["stop", "--mode=immediate", "--wait", "--silent"], ct);
                break;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200), ct);
        }

        // Left by a server that is gone. PostgreSQL would refuse to start if its number now belonged to another process.
        File.Delete(cluster.PidFile);
        return null;
    }

    private static async Task<int> LaunchAsync(
        ClusterFolder cluster, ServerAccount account, PostgresPrograms programs, ClusterSetup setup, int maxConnections,
        CancellationToken ct)
    {
        if (new FileInfo(cluster.Log) is { Exists: true, Length: > LargestLogBytes }) File.Delete(cluster.Log);

        var port = RememberedPort(cluster) ?? FreePort();
        for (var attempt = 1; ; attempt++)
        {
            await setup.WriteSettingsAsync(port, maxConnections, ct);

            // The server must keep neither our console nor our pipes: pg_ctl detaches it and sends its words to the log.
            var result = await ControlAsync(
                cluster, account, programs,
                ["start", "--wait", $"--timeout={SlowestStart.TotalSeconds:0}", "--silent", "--log", cluster.Log], ct);
            if (result.Succeeded)
            {
                await File.WriteAllTextAsync(cluster.PortFile, port.ToString(), ct);
                return port;
            }

            if (attempt == StartAttempts)
                throw new LocalPostgresException(
                    $"PostgreSQL does not start. The end of its log ({cluster.Log}):\n{EndOfLog(cluster)}\n"
                    + $"If its data is damaged, remove {cluster.Home}: the next start makes it afresh.");

            // Most often the port was taken in between.
            port = FreePort();
        }
    }

    private static Task<CommandResult> ControlAsync(
        ClusterFolder cluster, ServerAccount account, PostgresPrograms programs, IReadOnlyList<string> order, CancellationToken ct)
    {
        var (program, arguments) = account.Wrap(programs.PgCtl, [.. order, "--pgdata", cluster.Data]);
        return CommandRunner.RunAsync(program, arguments, cluster.Home, ct, captured: !OperatingSystem.IsWindows());
    }

    private static int? RememberedPort(ClusterFolder cluster)
    {
        if (!File.Exists(cluster.PortFile) || !int.TryParse(File.ReadAllText(cluster.PortFile), out var port)) return null;

        try
        {
            using var probe = new TcpListener(IPAddress.Loopback, port);
            probe.Start();
            return port;
        }
        catch (Exception failure) when (failure is SocketException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private static string EndOfLog(ClusterFolder cluster) =>
        File.Exists(cluster.Log) ? string.Join('\n', File.ReadLines(cluster.Log).TakeLast(LinesOfLogShown)) : "(empty)";
}
