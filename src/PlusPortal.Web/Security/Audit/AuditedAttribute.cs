using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace PlusPortal.Web.Security.Audit;

/// <summary>
/// The audit tells an action once it did what it is for, which a POST says by leading on to a page: a form shown again, or a
/// page not found, changed nothing. The target is what the route names.
/// </summary>
/// <param name="what">What the action does.</param>
/// <param name="targetKind">What the route names, one of <see cref="AuditTargets"/>; null when it names nothing.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AuditedAttribute(AuditAct what, string? targetKind = null) : ResultFilterAttribute
{
    private static readonly string[] Names = ["id", "code", "number"];

    /// <summary>What the action does.</summary>
    public AuditAct What => what;

    /// <inheritdoc />
    public override void OnResultExecuted(ResultExecutedContext context)
    {
        if (context.Exception is not null && !context.ExceptionHandled) return;
        if (context.Result is not (RedirectResult or RedirectToActionResult or RedirectToRouteResult or LocalRedirectResult)) return;
        var target = Names.Select(name => context.RouteData.Values.TryGetValue(name, out var value) ? value?.ToString() : null).FirstOrDefault(value => value is not null);
        context.HttpContext.RequestServices.GetRequiredService<AuditLog>().Write(what, targetKind, target);
    }
}
