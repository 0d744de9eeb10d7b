using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using OpenTelemetry;
using OpenTelemetry.Context.Propagation;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using PlusPortal.Web.Settings;
using Serilog;
using Serilog.Events;

namespace PlusPortal.Web.Telemetry;

/// <summary>Registers traces and metrics; without <c>Telemetry__OtlpEndpoint</c> nothing of OpenTelemetry runs.</summary>
public static class TelemetryServices
{
    private const string ServiceName = "plus-portal";
    private const string DatabaseMeter = "Npgsql";
    private const string WebMeter = "Microsoft.AspNetCore.Hosting";

    /// <summary>Registers them.</summary>
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        builder.Services.AddSettings<TelemetryOptions>();
        builder.Services.AddSingleton<DistributedContextPropagator, OwnTraces>();
        if (TelemetryOptions.EndpointOf(builder.Configuration[$"{TelemetryOptions.Section}:{nameof(TelemetryOptions.OtlpEndpoint)}"]) is not { } collector) return;

        // With this one the instrumentation takes the trace of the host as it is, and reads no header itself.
        Sdk.SetDefaultTextMapPropagator(new TraceContextPropagator());
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(ServiceName, serviceVersion: typeof(TelemetryServices).Assembly.GetName().Version?.ToString()))
            .WithTracing(traces => traces
                .SetSampler<PagesAndJobs>()
                .AddAspNetCoreInstrumentation(options => options.Filter = context => !context.Request.Path.StartsWithSegments("/health"))
                .AddSource(DatabaseMeter, PortalTelemetry.Name)
                .AddProcessor(new SpanRedaction())
                .AddOtlpExporter(options => SendTo(options, collector, "v1/traces")))
            .WithMetrics(metrics => metrics
                .AddMeter(WebMeter, DatabaseMeter, PortalTelemetry.Name)
                .AddView(instrument => new MetricStreamConfiguration { TagKeys = [.. SpanRedaction.Allowed] })
                .AddOtlpExporter(options => SendTo(options, collector, "v1/metrics")));
    }

    /// <summary>Writes SQL to the log where the settings ask for it.</summary>
    public static LoggerConfiguration WithSql(this LoggerConfiguration logger, IConfiguration configuration) =>
        bool.TryParse(configuration[$"{TelemetryOptions.Section}:{nameof(TelemetryOptions.LogSql)}"], out var isWanted) && isWanted
            ? logger.MinimumLevel.Override(DbLoggerCategory.Database.Command.Name, LogEventLevel.Information)
            : logger;

    private static void SendTo(OtlpExporterOptions options, Uri collector, string path)
    {
        options.Protocol = OtlpExportProtocol.HttpProtobuf;
        options.Endpoint = new Uri(collector.AbsoluteUri.TrimEnd('/') + "/" + path);
    }
}
