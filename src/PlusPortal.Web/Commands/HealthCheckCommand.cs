namespace PlusPortal.Web.Commands;

/// <summary><c>PlusPortal.Web healthcheck</c>: asks the running portal whether it lives; used by the container, which has no curl.</summary>
public static class HealthCheckCommand
{
    public const string Name = "healthcheck";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    public static async Task<int> RunAsync()
    {
        var port = FirstOf(Environment.GetEnvironmentVariable("ASPNETCORE_HTTP_PORTS")) ?? "8080";
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{port}/health/live");
        request.Headers.Host = Host();
        using var client = new HttpClient { Timeout = Patience };
        try
        {
            using var response = await client.SendAsync(request);
            return response.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return 1;
        }
    }

    /// <summary>A name that the portal answers to: the first of those allowed, or that of the public address, which is the only one when none is set.</summary>
    private static string Host()
    {
        if (FirstOf(Environment.GetEnvironmentVariable("AllowedHosts")) is { } host && !host.Contains('*', StringComparison.Ordinal)) return host;
        return Uri.TryCreate(Environment.GetEnvironmentVariable("Portal__BaseAddress"), UriKind.Absolute, out var address) ? address.Host : "localhost";
    }

    private static string? FirstOf(string? list) =>
        list?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault();
}
