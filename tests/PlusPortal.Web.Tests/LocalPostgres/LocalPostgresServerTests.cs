using System.Net;
using System.Net.NetworkInformation;
using Npgsql;
using PlusPortal.LocalPostgres;

namespace PlusPortal.Web.Tests.LocalPostgres;

public sealed class LocalPostgresServerTests(MadeCluster made) : IClassFixture<MadeCluster>, IDisposable
{
    private readonly string root = Path.Combine(Path.GetTempPath(), $"plus-portal-test-{Guid.NewGuid():N}");
    private readonly List<string> messages = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        if (Directory.Exists(root)) Directory.Delete(root, recursive: true);
    }

    [Fact]
    public async Task First_start_gives_a_server_in_utf8_that_sorts_in_french_and_listens_on_the_loopback_only()
    {
        await using var server = await StartAsync();

        var answer = await QueryAsync(server, """
            select current_setting('server_encoding') || ' ' || inet_server_addr() || ' ' || current_setting('unix_socket_directories')
                || '|' || array_to_string(array(select w from unnest(array['zoo', 'été', 'eau']) w order by w collate "fr-x-icu"), ' ')
            """);
        Assert.Equal("UTF8 127.0.0.1/32 |eau été zoo", answer);
        Assert.False(server.WasReused);
        Assert.Contains(messages, message => message.StartsWith("Creating a private PostgreSQL", StringComparison.Ordinal));
        Assert.All(
            IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(listener => listener.Port == server.Port),
            listener => Assert.Equal(IPAddress.Loopback, listener.Address));
    }

    [Fact]
    public async Task Wrong_password_is_refused()
    {
        await made.CopyToAsync(root, Ct);
        await using var server = await StartAsync();
        var settings = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Password = "wrong" };
        await using var connection = new NpgsqlConnection(settings.ConnectionString);

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => connection.OpenAsync(Ct));

        Assert.Equal(PostgresErrorCodes.InvalidPassword, refusal.SqlState);
    }

    [Fact]
    public async Task Second_user_joins_the_server_and_the_last_one_out_stops_it()
    {
        await made.CopyToAsync(root, Ct);
        var first = await StartAsync();
        var second = await StartAsync();
        Assert.True(second.WasReused);
        Assert.Equal(first.ConnectionString, second.ConnectionString);

        await first.StopAsync();
        Assert.Equal("1", await QueryAsync(second, "select 1"));

        await second.StopAsync();
        Assert.False(IsListening(second.Port));
    }

    [Fact]
    public async Task Two_starts_at_once_make_one_server()
    {
        var servers = await Task.WhenAll(Task.Run(() => StartAsync()), Task.Run(() => StartAsync()));

        Assert.Equal(servers[0].ConnectionString, servers[1].ConnectionString);
        Assert.Single(servers, server => server.WasReused);

        await servers[0].StopAsync();
        await servers[1].StopAsync();
    }

    [Fact]
    public async Task Restart_keeps_the_data_the_password_and_the_port()
    {
        await made.CopyToAsync(root, Ct);
        var first = await StartAsync();
        await QueryAsync(first, "create table kept (id int)");
        await first.StopAsync();

        await using var second = await StartAsync();

        Assert.False(second.WasReused);
        Assert.Equal(first.ConnectionString, second.ConnectionString);
        Assert.Equal("0", await QueryAsync(second, "select count(*) from kept"));
    }

    [Fact]
    public async Task Taken_port_is_replaced_by_another()
    {
        await made.CopyToAsync(root, Ct);
        var first = await StartAsync();
        await first.StopAsync();
        using var intruder = new System.Net.Sockets.TcpListener(IPAddress.Loopback, first.Port);
        intruder.Start();

        await using var second = await StartAsync();

        Assert.NotEqual(first.Port, second.Port);
        Assert.Equal("1", await QueryAsync(second, "select 1"));
    }

    [Fact]
    public async Task Pid_file_naming_a_live_process_that_is_not_the_server_is_not_trusted()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Runs a Unix command.");
        await made.CopyToAsync(root, Ct);
        var first = await StartAsync();
        var pidFile = Path.Combine(first.ClusterFolder, "data", "postmaster.pid");
        var lines = await File.ReadAllLinesAsync(pidFile, Ct);
        await first.StopAsync();

        // PostgreSQL believes the file when the process belongs to its own account.
        var (program, arguments) = (await ServerAccount.ResolveAsync(Ct)).Wrap("sleep", ["300"]);
        using var other = System.Diagnostics.Process.Start(program, arguments);
        lines[0] = other.Id.ToString();
        await File.WriteAllLinesAsync(pidFile, lines, Ct);

        await using var second = await StartAsync();
        other.Kill(entireProcessTree: true);

        Assert.False(second.WasReused);
        Assert.Equal("1", await QueryAsync(second, "select 1"));
    }

    [Fact]
    public async Task Killed_server_leaves_a_pid_file_that_is_recognised_as_stale()
    {
        await made.CopyToAsync(root, Ct);
        var first = await StartAsync();
        var pid = ServerProcess(first);
        using (var process = System.Diagnostics.Process.GetProcessById(pid)) process.Kill();
        await WaitUntilAsync(() => !IsListening(first.Port));
        Assert.True(File.Exists(Path.Combine(first.ClusterFolder, "data", "postmaster.pid")));

        await using var second = await StartAsync();

        Assert.NotEqual(pid, ServerProcess(second));
        Assert.Equal("1", await QueryAsync(second, "select 1"));
    }

    [Fact]
    public async Task Server_of_a_killed_owner_is_picked_up_and_stopped_by_the_next_one()
    {
        await made.CopyToAsync(root, Ct);
        var killed = await StartAsync();
        LoseRegistrations();

        var next = await StartAsync();
        Assert.True(next.WasReused);
        Assert.Equal(killed.Port, next.Port);

        await next.StopAsync();
        Assert.False(IsListening(next.Port));
    }

    [Fact]
    public async Task Root_runs_the_server_under_another_account()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "Only root drops to another account.");

        await made.CopyToAsync(root, Ct);
        await using var server = await StartAsync();

        var status = await File.ReadAllLinesAsync($"/proc/{ServerProcess(server)}/status", Ct);
        var accounts = status.Single(line => line.StartsWith("Uid:", StringComparison.Ordinal)).Split('\t')[1..];
        Assert.DoesNotContain("0", accounts);
    }

    [Fact]
    public async Task Folder_that_the_other_account_cannot_reach_is_replaced_by_a_temporary_one_found_again()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "Only root drops to another account.");
        UnixPermissions.CreatePrivateFolder(root);
        var hidden = Path.Combine(root, "hidden");

        var first = await StartAsync(hidden);
        var second = await StartAsync(hidden);
        await first.StopAsync();
        await second.StopAsync();

        Assert.False(first.ClusterFolder.StartsWith(root, StringComparison.Ordinal));
        Assert.Equal(first.ClusterFolder, second.ClusterFolder);
        Assert.True(second.WasReused);
        Directory.Delete(Path.GetDirectoryName(first.ClusterFolder)!, recursive: true);
    }

    [Fact]
    public async Task System_programs_start_a_server()
    {
        LocalPostgresServer server;
        try
        {
            server = await StartAsync(source: PostgresSource.System);
        }
        catch (LocalPostgresException missing) when (missing.Message.StartsWith("No PostgreSQL", StringComparison.Ordinal))
        {
            Assert.Skip("This machine has no PostgreSQL of its own.");
            return;
        }

        await using var _ = server;
        Assert.False(server.ProgramsFolder.StartsWith(root, StringComparison.Ordinal));
        Assert.Equal("1", await QueryAsync(server, "select 1"));
    }

    [Fact]
    public async Task Npm_package_starts_a_server_with_icu_and_the_extensions_the_portal_uses()
    {
        await using var server = await StartAsync(source: PostgresSource.Npm);

        Assert.StartsWith(root, server.ProgramsFolder, StringComparison.Ordinal);
        Assert.Equal(18, server.MajorVersion);
        await QueryAsync(server, "create extension unaccent; create extension pg_trgm");
        Assert.Equal("ecole", await QueryAsync(server, "select unaccent('école')"));
        Assert.Equal("t", await QueryAsync(server, """select case when 'é' < 'z' collate "fr-x-icu" then 't' else 'f' end"""));
    }

    [Fact]
    public async Task Without_postgresql_and_npm_the_message_says_what_to_install()
    {
        var options = new LocalPostgresOptions { Root = root, Source = PostgresSource.Npm, SearchPath = "" };

        var refusal = await Assert.ThrowsAsync<LocalPostgresException>(() => LocalPostgresServer.StartAsync(options, null, Ct));

        Assert.Contains("Install Node.js 20", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("ConnectionStrings__Portal", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Named_folder_without_postgresql_is_refused_by_name()
    {
        var options = new LocalPostgresOptions { Root = root, ProgramsFolder = "/nowhere" };

        var refusal = await Assert.ThrowsAsync<LocalPostgresException>(() => LocalPostgresServer.StartAsync(options, null, Ct));

        Assert.Contains("PLUS_POSTGRES_BIN is /nowhere", refusal.Message, StringComparison.Ordinal);
    }

    private Task<LocalPostgresServer> StartAsync(string? folder = null, PostgresSource source = PostgresSource.Any) =>
        LocalPostgresServer.StartAsync(
            new LocalPostgresOptions { Root = folder ?? root, Source = source, MaxConnections = 20 }, new Recorder(messages), Ct);

    private static async Task<string?> QueryAsync(LocalPostgresServer server, string sql)
    {
        await using var source = NpgsqlDataSource.Create(server.ConnectionString + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        return (await command.ExecuteScalarAsync(Ct))?.ToString();
    }

    private static int ServerProcess(LocalPostgresServer server) =>
        int.Parse(File.ReadLines(Path.Combine(server.ClusterFolder, "data", "postmaster.pid")).First());

    private static bool IsListening(int port) =>
        IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Any(listener => listener.Port == port);

    private static async Task WaitUntilAsync(Func<bool> condition)
    {
        while (!condition()) await Task.Delay(50, Ct);
    }

    /// <summary>What the death of the owner does: its file is no longer locked by anyone.</summary>
    private void LoseRegistrations()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows keeps an open file.");
        foreach (var file in Directory.EnumerateFiles(Path.Combine(root, "development.users")).ToList()) File.Delete(file);
    }

    private sealed class Recorder(List<string> messages) : IProgress<string>
    {
        public void Report(string value)
        {
            lock (messages) messages.Add(value);
        }
    }
}
