using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace PlusPortal.Web.Features.Shared.Expiry;

/// <summary>
/// When the antiforgery token of a form is no longer good (a page left open, a new key, another session), answers with a page
/// that holds everything that was typed and sends it again with a fresh token.
/// </summary>
public sealed class KeepTypedOnExpiry(IModelMetadataProvider metadata) : IAsyncAlwaysRunResultFilter
{
    /// <inheritdoc />
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is IAntiforgeryValidationFailedResult && await TypedForm.ReadAsync(context.HttpContext.Request) is { } typed)
        {
            context.Result = new ViewResult
            {
                ViewName = "/Features/Shared/Expiry/ExpiredForm.cshtml",
                StatusCode = StatusCodes.Status400BadRequest,
                ViewData = new ViewDataDictionary(metadata, new ModelStateDictionary()) { Model = typed },
            };
        }

        await next();
    }
}
