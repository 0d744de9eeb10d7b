using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using MimeKit;

namespace PlusPortal.Testing.Smtp;

/// <summary>A mail as the server received it.</summary>
/// <param name="To">Recipients of the envelope, whatever the headers say.</param>
/// <param name="Message">The message, parsed.</param>
/// <param name="Source">The message as it came.</param>
public sealed record ReceivedMail(IReadOnlyList<string> To, MimeMessage Message, string Source)
{
    public string Subject => Message.Subject ?? "";

    /// <summary>Text part, lines ended by a line feed.</summary>
    public string Text => (Message.TextBody ?? "").ReplaceLineEndings("\n");

    public string Html => Message.HtmlBody ?? "";
}

/// <summary>
/// A real SMTP server in a process of its own (npm package smtp-server). An address that starts with
/// <c>refused-for-good</c> gets code 550, <c>refused-for-now</c> code 450.
/// </summary>
public sealed class SmtpServer : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly Process process;
    private readonly ConcurrentQueue<ReceivedMail> received = [];
    private readonly SemaphoreSlim turn = new(1);
    private readonly SemaphoreSlim echoes = new(0);

    private SmtpServer(Process process) => this.process = process;

    /// <summary>Port on the loopback.</summary>
    public int Port { get; private set; }

    /// <summary>Everything received so far, by any test.</summary>
    public IReadOnlyList<ReceivedMail> Received => [.. received];

    /// <summary>What one address received. Waits for the expected number, at most a few seconds; one more is seen as well, whenever it came.</summary>
    public async Task<IReadOnlyList<ReceivedMail>> ReceivedByAsync(string address, int expected, CancellationToken ct)
    {
        var waited = Stopwatch.StartNew();
        do await HearEverythingAsync(ct);
        while (By(address).Count < expected && waited.Elapsed < TimeSpan.FromSeconds(5));
        return By(address);
    }

    /// <summary>Starts a server.</summary>
    /// <param name="port">A port that was free; 0 for any.</param>
    /// <param name="ct">Stops waiting for it.</param>
    public static async Task<SmtpServer> StartAsync(int port, CancellationToken ct)
    {
        var start = new ProcessStartInfo("node") { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(Script());
        start.ArgumentList.Add(port.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var server = new SmtpServer(Process.Start(start)!);
        var first = await server.ReadAsync(ct) ?? throw new InvalidOperationException("The mail server of the tests ended at once.");
        server.Port = first.Port ?? throw new InvalidOperationException($"The mail server of the tests did not start: {first.Error}");
        _ = server.ListenAsync();
        return server;
    }

    /// <summary>Stops it; a port is free again afterwards.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.StandardInput.Close();
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    /// <summary>The server speaks in order: its echo comes after all that it took before.</summary>
    private async Task HearEverythingAsync(CancellationToken ct)
    {
        await turn.WaitAsync(ct);
        try
        {
            await process.StandardInput.WriteLineAsync("echo".AsMemory(), ct);
            await process.StandardInput.FlushAsync(ct);
            await echoes.WaitAsync(ct);
        }
        finally
        {
            turn.Release();
        }
    }

    private List<ReceivedMail> By(string address) => [.. received.Where(mail => mail.To.Contains(address))];

    private async Task ListenAsync()
    {
        while (await ReadAsync(CancellationToken.None) is { } line)
        {
            if (line.Echo) echoes.Release();
            if (line.Content is not { } content) continue;
            var bytes = Convert.FromBase64String(content);
            received.Enqueue(new ReceivedMail(line.To ?? [], await MimeMessage.LoadAsync(new MemoryStream(bytes)), System.Text.Encoding.UTF8.GetString(bytes)));
        }
    }

    private async Task<Line?> ReadAsync(CancellationToken ct) =>
        await process.StandardOutput.ReadLineAsync(ct) is { } text ? JsonSerializer.Deserialize<Line>(text, Json) : null;

    /// <summary>Beside its node_modules, in the sources: tests always run from a checkout.</summary>
    private static string Script()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var script = Path.Combine(folder.FullName, "tests", "PlusPortal.Testing", "Smtp", "smtp-server.cjs");
            if (File.Exists(script)) return script;
        }

        throw new FileNotFoundException("tests/PlusPortal.Testing/Smtp/smtp-server.cjs is not above the test assembly.");
    }

    private sealed record Line(int? Port, string? Error, IReadOnlyList<string>? To, string? Content, bool Echo = false);
}
