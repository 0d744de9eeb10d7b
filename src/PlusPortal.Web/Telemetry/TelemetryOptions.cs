using PlusPortal.Web.Settings;

namespace PlusPortal.Web.Telemetry;

/// <summary>Settings « Telemetry ».</summary>
public sealed class TelemetryOptions : ISettings<TelemetryOptions>
{
    /// <inheritdoc />
    public static string Section => "Telemetry";

    /// <summary>Collector that takes OTLP over HTTP, such as http://localhost:4318; without it nothing is recorded nor sent.</summary>
    public string? OtlpEndpoint { get; set; }

    /// <summary>True writes every SQL command to the log, with its time and the place in the code that asks; never the values.</summary>
    public bool LogSql { get; set; }

    /// <inheritdoc />
    public IEnumerable<string> Problems()
    {
        if (!string.IsNullOrWhiteSpace(OtlpEndpoint) && EndpointOf(OtlpEndpoint) is null)
            yield return "Set Telemetry__OtlpEndpoint to the address of a collector that takes OTLP over HTTP, for example http://localhost:4318, or remove it.";
    }

    /// <summary>The collector; null when the text is none.</summary>
    public static Uri? EndpointOf(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && uri is { Query: "", Fragment: "", UserInfo: "" } ? uri : null;
}
