using Serilog;
using Serilog.Events;

namespace PlusPortal.Web.Startup;

/// <summary>Keeps the secrets of private links out of the logs: a path is logged by its route pattern.</summary>
public static class PathRedaction
{
    /// <summary>Adds the number of the request.</summary>
    public static void Enrich(IDiagnosticContext diagnostics, HttpContext context)
    {
        diagnostics.Set("RequestId", context.TraceIdentifier);
    }

    /// <summary>What the line of a request says; the library's own would put the path of the request into it, after everything set elsewhere.</summary>
    public static IEnumerable<LogEventProperty> Line(HttpContext context, string path, double milliseconds, int status) =>
    [
        new("RequestMethod", new ScalarValue(context.Request.Method)),
        new("RequestPath", new ScalarValue((context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText is { } pattern ? "/" + pattern.TrimStart('/') : "(no route)")),
        new("StatusCode", new ScalarValue(status)),
        new("Elapsed", new ScalarValue(milliseconds)),
    ];
}
