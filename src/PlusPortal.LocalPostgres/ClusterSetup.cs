using System.Security.Cryptography;

namespace PlusPortal.LocalPostgres;

/// <summary>Makes a cluster: UTF-8, French ICU collation where there is ICU, one superuser with a random password.</summary>
internal sealed class ClusterSetup(ClusterFolder cluster, ServerAccount account, IProgress<string>? progress)
{
    public const string SuperUser = "plus";
    private const string SettingsFile = "plus-portal.conf";

    public async Task CreateAsync(PostgresPrograms programs, CancellationToken ct)
    {
        progress?.Report($"Creating a private PostgreSQL {programs.MajorVersion} cluster in {cluster.Home}…");
        UnixPermissions.WritePrivateFile(cluster.PasswordFile, RandomNumberGenerator.GetHexString(48, lowercase: true));
        await account.TakeOverAsync(cluster.PasswordFile, ct);

        var failures = new List<string>();
        foreach (var locale in LocaleChoices())
        {
            // initdb works beside the final folder: one that was interrupted never looks like a cluster.
            if (Directory.Exists(cluster.UnfinishedData)) Directory.Delete(cluster.UnfinishedData, recursive: true);
            var (program, arguments) = account.Wrap(programs.InitDb,
            [
                "--pgdata", cluster.UnfinishedData, "--username", SuperUser, "--pwfile", cluster.PasswordFile,
                "--auth", "scram-sha-256", "--encoding", "UTF8", "--no-sync", "--no-instructions", .. locale,
            ]);
            var result = await CommandRunner.RunAsync(program, arguments, cluster.Home, ct);
            if (result.Succeeded)
            {
                await File.AppendAllTextAsync(
                    Path.Combine(cluster.UnfinishedData, "postgresql.conf"), $"\ninclude '{SettingsFile}'\n", ct);
                if (Directory.Exists(cluster.Data)) Directory.Delete(cluster.Data, recursive: true);
                Directory.Move(cluster.UnfinishedData, cluster.Data);
                await File.WriteAllTextAsync(cluster.ProgramsFile, programs.Folder, ct);
                return;
            }

            failures.Add($"initdb {string.Join(' ', locale)}: {result.Said}");
        }

        throw new LocalPostgresException("initdb could not create the cluster.\n" + string.Join('\n', failures));
    }

    /// <summary>Writes the settings of the next start. They favour speed: nothing here must outlive a power cut.</summary>
    public async Task WriteSettingsAsync(int port, int maxConnections, CancellationToken ct)
    {
        var path = Path.Combine(cluster.Data, SettingsFile);
        await File.WriteAllTextAsync(path, $"""
            listen_addresses = '127.0.0.1'
            port = {port}
            unix_socket_directories = ''
            max_connections = {maxConnections}
            fsync = off
            synchronous_commit = off
            full_page_writes = off
            max_wal_size = '512MB'
            timezone = 'UTC'
            log_timezone = 'UTC'
            lc_messages = 'C'

            """, ct);
        await account.TakeOverAsync(path, ct);
    }

    private static IEnumerable<string[]> LocaleChoices()
    {
        string[] icu = ["--locale-provider", "icu", "--icu-locale", "fr-FR"];
        var utf8 = OperatingSystem.IsLinux() ? "C.UTF-8" : OperatingSystem.IsMacOS() ? "en_US.UTF-8" : "C";
        return [[.. icu, "--locale", utf8], [.. icu, "--locale", "C"], ["--locale", utf8], ["--locale", "C"]];
    }
}
