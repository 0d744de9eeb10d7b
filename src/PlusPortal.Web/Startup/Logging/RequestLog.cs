using Serilog;
using Serilog.Events;

namespace PlusPortal.Web.Startup.Logging;

/// <summary>
/// One line for each request: method, route, status, time. The path itself holds the secrets of private links, and a query what
/// somebody typed: the pattern of the route stands for both.
/// </summary>
public static class RequestLog
{
    private const string Route = nameof(Route);
    private const string NoRoute = "(no route)";

    /// <summary>
    /// Writes the lines by the logger of this portal. Outermost, so that the line tells the answer as it leaves: one line and one
    /// status for a request, an error page shown in its place included. Files are not worth a line.
    /// </summary>
    public static void UseRequestLog(this WebApplication app) => app.UseSerilogRequestLogging(options =>
    {
        options.Logger = app.Services.GetRequiredService<Serilog.ILogger>();
        options.MessageTemplate = "HTTP {RequestMethod} {Route} responded {StatusCode} in {Elapsed:0.0000} ms";
        options.GetLevel = (context, _, failure) =>
            failure is not null || context.Response.StatusCode >= StatusCodes.Status500InternalServerError ? LogEventLevel.Error
            : !context.Items.ContainsKey(Route) && context.Response.StatusCode < StatusCodes.Status400BadRequest ? LogEventLevel.Verbose
            : LogEventLevel.Information;
        options.GetMessageTemplateProperties = (context, _, elapsed, status) =>
        [
            new LogEventProperty("RequestMethod", new ScalarValue(context.Request.Method)),
            new LogEventProperty(Route, new ScalarValue(RouteOf(context))),
            new LogEventProperty("StatusCode", new ScalarValue(status)),
            new LogEventProperty("Elapsed", new ScalarValue(elapsed)),
        ];
    });

    /// <summary>Remembers which address was asked for: an error page shown in its place has a route of its own. After routing.</summary>
    public static void RememberRoute(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } pattern }) context.Items.TryAdd(Route, "/" + pattern.TrimStart('/'));
        return next(context);
    });

    /// <summary>The pattern of the address that was asked for.</summary>
    public static string RouteOf(HttpContext context) => context.Items.TryGetValue(Route, out var pattern) ? (string)pattern! : NoRoute;
}
