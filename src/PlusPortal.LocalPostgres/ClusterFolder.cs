using System.Security.Cryptography;
using System.Text;

namespace PlusPortal.LocalPostgres;

/// <summary>
/// The files of one cluster: <c>data</c> (PostgreSQL's own), <c>server.log</c>, <c>password</c>, <c>port</c>,
/// <c>programs</c> (where the programs that made it are) and <c>users</c> (one locked file per process using it).
/// </summary>
internal sealed class ClusterFolder
{
    private ClusterFolder(string root, string name)
    {
        Root = root;
        Home = Path.Combine(root, name);
        LockFile = Path.Combine(root, name + ".lock");
    }

    public string Root { get; }

    public string Home { get; }

    public string LockFile { get; }

    public string Data => Path.Combine(Home, "data");

    public string UnfinishedData => Path.Combine(Home, "data.unfinished");

    public string Log => Path.Combine(Home, "server.log");

    public string PasswordFile => Path.Combine(Home, "password");

    public string PortFile => Path.Combine(Home, "port");

    public string ProgramsFile => Path.Combine(Home, "programs");

    public string UsersFolder => Path.Combine(Root, Path.GetFileName(Home) + ".users");

    public string PidFile => Path.Combine(Data, "postmaster.pid");

    public bool IsInitialised => File.Exists(Path.Combine(Data, "PG_VERSION")) && File.Exists(PasswordFile);

    /// <summary>Major version of the PostgreSQL that made the cluster; null before it exists.</summary>
    public int? MajorVersion =>
        IsInitialised && int.TryParse(File.ReadAllText(Path.Combine(Data, "PG_VERSION")).Trim(), out var version) ? version : null;

    public static async Task<ClusterFolder> OpenAsync(LocalPostgresOptions options, ServerAccount account, CancellationToken ct)
    {
        try
        {
            var cluster = new ClusterFolder(await ChooseRootAsync(Path.GetFullPath(options.Root), account, ct), options.Cluster);
            Directory.CreateDirectory(cluster.UsersFolder);
            if (!Directory.Exists(cluster.Home))
            {
                UnixPermissions.CreatePrivateFolder(cluster.Home);
                await account.TakeOverAsync(cluster.Home, ct);
            }

            return cluster;
        }
        catch (UnauthorizedAccessException failure)
        {
            throw new LocalPostgresException(
                $"{failure.Message} The folder was probably made by another account: start as that account, or remove it.", failure);
        }
    }

    private static async Task<string> ChooseRootAsync(string wanted, ServerAccount account, CancellationToken ct)
    {
        UnixPermissions.CreateOpenFolder(wanted);
        if (!account.IsDropped || UnixPermissions.EveryoneCanTraverse(wanted)) return wanted;

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(wanted)))[..16];
        var fallback = Path.Combine(Path.GetTempPath(), "plus-portal-" + hash);
        UnixPermissions.CreateOpenFolder(fallback);

        // Anyone may have made a folder of this name before: follow no link, and take the folder back.
        if (new DirectoryInfo(fallback).LinkTarget is not null)
            throw new LocalPostgresException($"{fallback} is a link, which a private server must not follow: remove it.");
        await CommandRunner.RunAsync("chown", ["0:0", fallback], "/", ct);
        if (UnixPermissions.EveryoneCanTraverse(fallback)) return fallback;

        throw new LocalPostgresException(
            $"The account {account.Name}, which must run PostgreSQL in place of root, can enter neither {wanted} nor {fallback}. "
            + "Give everyone the right to enter these folders (chmod o+x), or start as an ordinary user.");
    }
}
