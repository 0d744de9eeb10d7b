using Serilog;
using Serilog.Events;

namespace PlusPortal.Web.Startup;

/// <summary>
/// One line for each request: method, route, status, time. The path itself holds the secrets of private links, and a query what
/// somebody typed: the pattern of the route stands for both.
/// </summary>
public static class RequestLog
{
    /// <summary>Writes the lines by the logger of this portal; the one that serves before the settings are read knows no level.</summary>
    public static void UseRequestLog(this WebApplication app) => app.UseSerilogRequestLogging(options =>
    {
        options.Logger = app.Services.GetRequiredService<Serilog.ILogger>();
        options.MessageTemplate = "HTTP {RequestMethod} {Route} responded {StatusCode} in {Elapsed:0.0000} ms";
        options.GetMessageTemplateProperties = (context, _, elapsed, status) =>
        [
            new LogEventProperty("RequestMethod", new ScalarValue(context.Request.Method)),
            new LogEventProperty("Route", new ScalarValue(RouteOf(context.GetEndpoint()))),
            new LogEventProperty("StatusCode", new ScalarValue(status)),
            new LogEventProperty("Elapsed", new ScalarValue(elapsed)),
        ];
    });

    private static string RouteOf(Endpoint? endpoint) =>
        endpoint is RouteEndpoint { RoutePattern.RawText: { } pattern } ? "/" + pattern.TrimStart('/') : "(no route)";
}
