using Serilog;

namespace PlusPortal.Web.Startup;

/// <summary>Keeps the secrets of private links out of the logs: a path is logged by its route pattern.</summary>
public static class PathRedaction
{
    /// <summary>Replaces the logged path by the pattern of the route that served it.</summary>
    public static void Enrich(IDiagnosticContext diagnostics, HttpContext context)
    {
        var pattern = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        diagnostics.Set("RequestPath", pattern is null ? "(no route)" : "/" + pattern);
        diagnostics.Set("RequestId", context.TraceIdentifier);
    }
}
