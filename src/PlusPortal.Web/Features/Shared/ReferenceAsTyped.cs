using Microsoft.AspNetCore.Mvc.Filters;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Declarations;

namespace PlusPortal.Web.Features.Shared;

/// <summary>An address that names a request is read as people type it: « plus-2026-000042 » is PLUS-2026-000042.</summary>
public sealed class ReferenceAsTyped : IResourceFilter
{
    private const string Name = "reference";

    /// <inheritdoc />
    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        if (RequestReference.TryParse(context.RouteData.Values[Name] as string, out var reference)) context.RouteData.Values[Name] = reference.Value;
    }

    /// <inheritdoc />
    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }
}
