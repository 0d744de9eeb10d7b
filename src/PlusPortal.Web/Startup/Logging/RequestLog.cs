using Microsoft.AspNetCore.Diagnostics;
using Serilog;
using Serilog.Events;

namespace PlusPortal.Web.Startup.Logging;

/// <summary>
/// One line for each request: method, route, status, time. The path itself holds the secrets of private links, and a query what
/// somebody typed: the pattern of the route stands for both.
/// </summary>
public static class RequestLog
{
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
            : EndpointOf(context) is null && context.Response.StatusCode < StatusCodes.Status400BadRequest ? LogEventLevel.Verbose
            : LogEventLevel.Information;
        options.GetMessageTemplateProperties = (context, _, elapsed, status) =>
        [
            new LogEventProperty("RequestMethod", new ScalarValue(context.Request.Method)),
            new LogEventProperty("Route", new ScalarValue(RouteOf(context))),
            new LogEventProperty("StatusCode", new ScalarValue(status)),
            new LogEventProperty("Elapsed", new ScalarValue(elapsed)),
        ];
    });

    /// <summary>The pattern of the address that was asked for, also while an error page is shown in its place.</summary>
    public static string RouteOf(HttpContext context) =>
        EndpointOf(context) is RouteEndpoint { RoutePattern.RawText: { } pattern } ? "/" + pattern.TrimStart('/') : "(no route)";

    private static Endpoint? EndpointOf(HttpContext context) =>
        context.Features.Get<IExceptionHandlerPathFeature>()?.Endpoint ?? context.Features.Get<IStatusCodeReExecuteFeature>()?.Endpoint ?? context.GetEndpoint();
}
