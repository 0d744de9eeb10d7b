using PlusPortal.Web.Startup;
using System.Diagnostics;
using System.Text;
using PlusPortal.LocalPostgres;

namespace PlusPortal.Testing;

/// <summary>The portal as a process of its own, started the way a person starts it; for tests of start and stop.</summary>
public sealed class PortalProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process process;
    private readonly StringBuilder said = new();
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string readyWords;

    private PortalProcess(Process process, string readyWords)
    {
        this.process = process;
        this.readyWords = readyWords;
    }

    public int Id => process.Id;

    /// <summary>Everything written on both outputs so far.</summary>
    public string Said
    {
        get
        {
            lock (said) return said.ToString();
        }
    }

    /// <param name="environment">Name of the environment, such as Production.</param>
    /// <param name="dataFolder">Where local data would go.</param>
    /// <param name="connectionString">What ConnectionStrings__Portal holds; null leaves it out.</param>
    /// <param name="readyWords">Words of the console after which <see cref="ReadyAsync"/> returns.</param>
    /// <param name="arguments">Command line.</param>
    public static PortalProcess Start(
        string environment, string dataFolder, string? connectionString, string readyWords, params string[] arguments)
    {
        var start = Command(arguments);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment[LocalDataFolder.Variable] = dataFolder;
        start.Environment["Outbox__Enabled"] = "false";
        if (environment != "Development")
        {
            foreach (var (name, value) in Production) start.Environment[name] = value;
            start.Environment["Keys__Certificate"] = SampleCertificate.Shared;
            start.Environment["Erasures__Folder"] = Directory.CreateDirectory(dataFolder + "-erasures").FullName;
        }

        start.Environment.Remove("DOTNET_ENVIRONMENT");
        start.Environment.Remove("ConnectionStrings__Portal");
        if (connectionString is not null) start.Environment["ConnectionStrings__Portal"] = connectionString;
        return Start(start, readyWords);
    }

    /// <summary>What an operator has to set besides the database. A visitor comes as through a proxy on this machine: with <see cref="OverTls"/>.</summary>
    private static readonly Dictionary<string, string> Production = new()
    {
        ["Portal__BaseAddress"] = "https://localhost",
        ["Portal__Email"] = "contact@plus.example.org",
        ["AllowedHosts"] = "localhost;127.0.0.1",
        ["Proxy__Addresses"] = "127.0.0.1;::1",
    };

    /// <summary>What the proxy says of a visitor who came over TLS.</summary>
    public static Dictionary<string, string> OverTls => new() { ["X-Forwarded-Proto"] = "https" };

    /// <summary>A command that needs no database and no settings but these.</summary>
    /// <param name="environment">Environment variables.</param>
    /// <param name="arguments">Command line.</param>
    public static PortalProcess Run(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = Command(arguments);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return Start(start, readyWords: "\n");
    }

    private static ProcessStartInfo Command(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(typeof(PortalRunner).Assembly.Location);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return start;
    }

    private static PortalProcess Start(ProcessStartInfo start, string readyWords)
    {
        var portal = new PortalProcess(new Process { StartInfo = start, EnableRaisingEvents = true }, readyWords);
        portal.process.OutputDataReceived += portal.Hear;
        portal.process.ErrorDataReceived += portal.Hear;
        portal.process.Exited += (_, _) => portal.ended.TrySetResult();
        portal.process.Start();
        portal.process.BeginOutputReadLine();
        portal.process.BeginErrorReadLine();
        return portal;
    }

    /// <summary>Waits for the ready words; a process that ends before fails the test with what it said.</summary>
    public async Task ReadyAsync(CancellationToken ct)
    {
        if (await Task.WhenAny(ready.Task, ended.Task).WaitAsync(ct) == ready.Task) return;

        await process.WaitForExitAsync(ct);
        throw new InvalidOperationException($"The portal ended with code {process.ExitCode}:\n{Said}");
    }

    /// <summary>Waits for the end by itself; the exit code.</summary>
    public async Task<int> EndAsync(CancellationToken ct)
    {
        try
        {
            await process.WaitForExitAsync(ct).WaitAsync(Patience, ct);
        }
        catch (TimeoutException)
        {
            throw new InvalidOperationException($"The portal did not end within {Patience}:\n{Said}");
        }

        return process.ExitCode;
    }

    /// <summary>What Ctrl+C sends. A shell that starts the tests in the background, without job control, has all its children ignore it.</summary>
    public async Task<int> InterruptAsync(CancellationToken ct)
    {
        using var kill = Process.Start("kill", ["-INT", Id.ToString()]);
        await kill.WaitForExitAsync(ct);
        return await EndAsync(ct);
    }

    /// <summary>Gives it no time for anything.</summary>
    public async Task KillAsync(CancellationToken ct)
    {
        process.Kill();
        await process.WaitForExitAsync(ct);
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        process.Dispose();
    }

    private void Hear(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is null) return;

        lock (said) said.AppendLine(line.Data);
        if (line.Data.Contains(readyWords, StringComparison.Ordinal)) ready.TrySetResult();
    }
}
