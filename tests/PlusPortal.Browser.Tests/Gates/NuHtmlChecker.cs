using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace PlusPortal.Browser.Tests.Gates;

/// <summary>The checker of the HTML standard (npm package vnu-jar), which needs Java: one server for all tests, started when the first page comes.</summary>
public sealed class NuHtmlChecker : IAsyncDisposable
{
    /// <summary>Why a test is skipped.</summary>
    public const string WithoutJava = "The Nu HTML checker needs Java, which is not on this machine: install a JRE 11 or later (apt-get install default-jre-headless).";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Lazy<bool> isThere = new(HasJava);
    private readonly Lazy<Task<HttpClient>> server;
    private Process? java;

    public NuHtmlChecker() => server = new Lazy<Task<HttpClient>>(StartAsync);

    /// <summary>Whether Java is on this machine.</summary>
    public bool IsThere => isThere.Value;

    /// <summary>Errors in pages, each with the name of its page.</summary>
    /// <param name="pages">HTML by name.</param>
    /// <param name="ct">Stops waiting.</param>
    public async Task<IReadOnlyList<string>> CheckAsync(IEnumerable<KeyValuePair<string, string>> pages, CancellationToken ct)
    {
        var client = await server.Value.WaitAsync(ct);
        var found = new List<string>();
        foreach (var (name, html) in pages)
        {
            using var body = new ByteArrayContent(Encoding.UTF8.GetBytes(html));
            body.Headers.ContentType = new MediaTypeHeaderValue("text/html", "utf-8");
            using var answer = await client.PostAsync("/?out=json", body, ct);
            answer.EnsureSuccessStatusCode();
            using var said = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(ct));
            found.AddRange(said.RootElement.GetProperty("messages").EnumerateArray().Where(message => message.GetProperty("type").GetString() != "info").Select(message => Sentence(name, message)));
        }

        return [.. found.Order(StringComparer.Ordinal)];
    }

    public async ValueTask DisposeAsync()
    {
        if (server.IsValueCreated) (await server.Value).Dispose();
        if (java is null) return;
        java.StandardInput.Close();
        if (OperatingSystem.IsWindows()) java.Kill(entireProcessTree: true);
        await java.WaitForExitAsync();
        java.Dispose();
    }

    private static bool HasJava()
    {
        try
        {
            using var version = Process.Start(new ProcessStartInfo("java", "-version") { RedirectStandardError = true, RedirectStandardOutput = true })!;
            version.WaitForExit();
            return version.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private async Task<HttpClient> StartAsync()
    {
        var port = FreePort();
        // Pages are few and the process short: the quick compiler and the simple collector cost least.
        string[] command = ["java", "-Xss4m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dnu.validator.servlet.bind-address=127.0.0.1", "-cp", TestPaths.NuHtmlChecker, "nu.validator.servlet.Main", $"{port}"];
        // The shell ends it when its standard input closes, so that it never outlives the tests, even when they are killed.
        var start = OperatingSystem.IsWindows() ? new ProcessStartInfo(command[0], command[1..]) : new ProcessStartInfo("/bin/sh", ["-c", "\"$@\" >/dev/null 2>&1 & cat >/dev/null; kill $!; wait $!", "checker", .. command]);
        start.RedirectStandardInput = true;
        java = Process.Start(start)!;
        var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = Patience };
        // It refuses whoever does not say who asks.
        client.DefaultRequestHeaders.UserAgent.ParseAdd("PlusPortal.Browser.Tests");
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(50))
        {
            try
            {
                using var connection = new TcpClient();
                await connection.ConnectAsync(IPAddress.Loopback, port);
                return client;
            }
            catch (SocketException) when (waited.Elapsed < Patience && !java.HasExited)
            {
                // Not yet.
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Sentence(string page, JsonElement message)
    {
        var line = message.TryGetProperty("lastLine", out var number) ? number.GetInt32() : 0;
        var extract = message.TryGetProperty("extract", out var part) ? part.GetString()!.ReplaceLineEndings(" ") : "";
        return $"{page}, line {line}: {message.GetProperty("message").GetString()} « {extract} »";
    }
}
