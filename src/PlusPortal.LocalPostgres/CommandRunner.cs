using System.Diagnostics;

namespace PlusPortal.LocalPostgres;

internal sealed record CommandResult(int ExitCode, string Output, string Error)
{
    public bool Succeeded => ExitCode == 0;

    /// <summary>What the program said, for an error message.</summary>
    public string Said => string.Join('\n', new[] { Error.Trim(), Output.Trim() }.Where(text => text.Length > 0));
}

/// <summary>Runs a program to its end without ever inheriting the PG* variables of the caller.</summary>
internal static class CommandRunner
{
    public static async Task<CommandResult> RunAsync(
        string program, IEnumerable<string> arguments, string workingDirectory, CancellationToken ct, bool captured = true)
    {
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = workingDirectory,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = captured,
            RedirectStandardError = captured,
        };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        foreach (var name in start.Environment.Keys.Where(IsPostgresVariable).ToList()) start.Environment.Remove(name);
        start.Environment["LC_MESSAGES"] = "C";

        using var process = new Process { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (Exception failure) when (failure is System.ComponentModel.Win32Exception or IOException)
        {
            return new CommandResult(127, "", $"{program}: {failure.Message}");
        }

        process.StandardInput.Close();
        var output = captured ? process.StandardOutput.ReadToEndAsync(ct) : Task.FromResult("");
        var error = captured ? process.StandardError.ReadToEndAsync(ct) : Task.FromResult("");
        try
        {
            await process.WaitForExitAsync(ct);
            return new CommandResult(process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException)
        {
            try
            {
                process.Kill(entireProcessTree: true);
            }
            catch (InvalidOperationException)
            {
                // It ended in between.
            }

            throw;
        }
    }

    /// <summary>First match of a program in a list of folders written like PATH, or null.</summary>
    public static string? FindOnPath(string program, string searchPath)
    {
        string[] names = OperatingSystem.IsWindows() ? [program + ".exe", program + ".cmd"] : [program];
        var folders = searchPath
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return folders
            .SelectMany(folder => names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
    }

    private static bool IsPostgresVariable(string name) =>
        name.StartsWith("PG", StringComparison.OrdinalIgnoreCase) && !name.Contains('_');
}
