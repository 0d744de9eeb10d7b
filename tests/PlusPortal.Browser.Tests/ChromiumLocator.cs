using System.Diagnostics;

namespace PlusPortal.Browser.Tests;

/// <summary>Finds Chromium on the machine, or installs it where that takes one command without a question.</summary>
internal static class ChromiumLocator
{
    private const string InstallCommand = "apt-get update && apt-get install -y --no-install-recommends chromium-headless-shell";

    // The first has no window at all: the tests take half the time with it.
    private static readonly string[] UsualNames = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

    private static readonly string[] UsualPaths =
    [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files\Chromium\Application\chrome.exe",
    ];

    /// <summary>Path of the browser.</summary>
    /// <exception cref="InvalidOperationException">There is none and it cannot be installed; the message says the command to run.</exception>
    public static string FindOrInstall()
    {
        if (Environment.GetEnvironmentVariable("PLUS_CHROMIUM") is { Length: > 0 } named)
            return File.Exists(named) ? named : throw new InvalidOperationException($"PLUS_CHROMIUM names {named}, which does not exist.");
        return Find() ?? Install() ?? throw new InvalidOperationException(
            $"The browser tests need Chromium. Run: {InstallCommand} (or install Chromium or Chrome another way, or name it in PLUS_CHROMIUM).");
    }

    private static string? Find()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Append("/usr/bin");
        var onPath = from name in UsualNames from folder in folders select Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name);
        return onPath.Concat(UsualPaths).FirstOrDefault(File.Exists);
    }

    private static string? Install()
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root" || !File.Exists("/usr/bin/apt-get")) return null;
        var start = new ProcessStartInfo("/bin/sh", ["-c", InstallCommand]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        using var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process.WaitForExit(TimeSpan.FromMinutes(5)) && process.ExitCode == 0 ? Find() : null;
    }
}
