using System.Globalization;
using PlusPortal.Web.Settings;
using PlusPortal.Web.Telemetry;
using Serilog;
using Serilog.Formatting;
using Serilog.Formatting.Compact;
using Serilog.Formatting.Display;

namespace PlusPortal.Web.Startup.Logging;

/// <summary>The one logger of the portal: to the standard output, where systemd and containers pick it up.</summary>
public static class PortalLog
{
    private const string Line = "{UtcTimestamp:yyyy-MM-ddTHH:mm:ss.fffZ} {Level:u3} {TraceId} {Reference} {SourceContext} {Message:lj}{NewLine}{Exception}";

    /// <summary>Registers it. Levels come from the settings; what a line holds and how it is made harmless does not.</summary>
    public static void AddPortalLog(this WebApplicationBuilder builder)
    {
        LogLevels.Check(builder.Configuration);
        builder.Services.AddSettings<LogOptions>();
        var format = SettingsServices.Peek<LogOptions>(builder.Configuration).Format;

        // The static logger stays as it is: it can be replaced once a process only, and tests start several portals at once.
        builder.Services.AddSerilog(
            (provider, logger) => logger
                .ReadFrom.Configuration(builder.Configuration)
                .WithSql(builder.Configuration)
                .ReadFrom.Services(provider)
                .Enrich.With<HarmlessLog>()
                .Enrich.With<LogReference>()
                .Filter.With(new OutageLog(provider.GetRequiredService<TimeProvider>()))
                .WriteTo.Sink(new LogQueue(FormatterOf(format), Console.OpenStandardOutput(), provider.GetRequiredService<TimeProvider>())),
            preserveStaticLogger: true);
    }

    /// <summary>Writes an event as a line, its exception without what a visitor may have put there.</summary>
    /// <param name="format">How.</param>
    public static ITextFormatter FormatterOf(LogFormat format) =>
        new HarmlessFormatter(format == LogFormat.Json ? new RenderedCompactJsonFormatter() : new MessageTemplateTextFormatter(Line, CultureInfo.InvariantCulture));
}
