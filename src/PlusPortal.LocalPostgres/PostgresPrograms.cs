using System.Text.RegularExpressions;

namespace PlusPortal.LocalPostgres;

/// <summary>A folder with the three programs a private server needs.</summary>
internal sealed partial record PostgresPrograms(string Folder, int MajorVersion)
{
    /// <summary>Oldest PostgreSQL the portal supports.</summary>
    public const int LowestMajorVersion = 15;

    public string InitDb => PathOf(Folder, "initdb");

    public string PgCtl => PathOf(Folder, "pg_ctl");

    /// <summary>The programs of a folder, or null when one is missing, out of reach or too old.</summary>
    public static async Task<PostgresPrograms?> InspectAsync(string folder, ServerAccount account, CancellationToken ct)
    {
        string[] programs = ["postgres", "initdb", "pg_ctl"];
        if (!programs.All(program => File.Exists(PathOf(folder, program)))) return null;

        // A link on PATH leads to the real folder, beside which the libraries and the time zones are.
        var postgres = new FileInfo(PathOf(folder, "postgres"));
        var real = postgres.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? postgres.FullName;
        var realFolder = Path.GetDirectoryName(real)!;
        if (!programs.All(program => File.Exists(PathOf(realFolder, program)))) realFolder = folder;

        var (program, arguments) = account.Wrap(PathOf(realFolder, "postgres"), ["--version"]);
        var answer = await CommandRunner.RunAsync(program, arguments, Path.GetTempPath(), ct);
        var match = VersionPattern().Match(answer.Output);
        if (!answer.Succeeded || !match.Success) return null;

        var version = int.Parse(match.Groups[1].Value);
        return version < LowestMajorVersion ? null : new PostgresPrograms(realFolder, version);
    }

    private static string PathOf(string folder, string program) =>
        Path.Combine(folder, OperatingSystem.IsWindows() ? program + ".exe" : program);

    [GeneratedRegex(@"\(PostgreSQL\) (\d+)")]
    private static partial Regex VersionPattern();
}
