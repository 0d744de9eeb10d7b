namespace PlusPortal.Web.Commands;

/// <summary><c>PlusPortal.Web healthcheck</c>: asks the running portal whether it lives; used by the container, which has no curl.</summary>
public static class HealthCheckCommand
{
    public const string Name = "healthcheck";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    public static async Task<int> RunAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://{Own()}/health/live");
        request.Headers.Host = Host();
        using var client = new HttpClient { Timeout = Patience };
        try
        {
            using var response = await client.SendAsync(request);
            if (response.IsSuccessStatusCode) return 0;
            await Console.Error.WriteLineAsync($"http://{Own()}/health/live answered {(int)response.StatusCode} to the host {request.Headers.Host}: Portal__BaseAddress or AllowedHosts, as the portal has them, tell another.");
            return 1;
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return 1;
        }
    }

    /// <summary>Where it listens on this machine: the first address without TLS, as the portal itself reads its settings.</summary>
    private static string Own()
    {
        var urls = Environment.GetEnvironmentVariable("ASPNETCORE_URLS")?.Split(';', StringSplitOptions.TrimEntries) ?? [];
        if (urls.Select(BindingAddressOf).FirstOrDefault(url => url is { Scheme: "http" }) is not { } address) return $"127.0.0.1:{FirstOf(Environment.GetEnvironmentVariable("ASPNETCORE_HTTP_PORTS")) ?? "8080"}";
        var isEvery = address.Host is "*" or "+" or "0.0.0.0" or "[::]";
        return $"{(isEvery ? "127.0.0.1" : address.Host)}:{address.Port}";
    }

    private static BindingAddress? BindingAddressOf(string url)
    {
        try
        {
            return BindingAddress.Parse(url);
        }
        catch (FormatException)
        {
            return null;
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
