using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace PlusPortal.Web.Features.Shared;

/// <summary>
/// When the antiforgery token of a form is no longer good (a page left open, a new key), answers with a page that
/// holds everything that was typed and sends it again with a fresh token.
/// </summary>
/// <remarks>Only for a form sent from our own pages: what another site posts is not offered for confirmation. Not for pages with a password.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class KeepTypedOnExpiryAttribute : Attribute, IAsyncAlwaysRunResultFilter
{
    private const string TokenField = "__RequestVerificationToken";

    /// <inheritdoc />
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        if (context.Result is IAntiforgeryValidationFailedResult && CameFromUs(request) && await ReadAsync(request) is { } typed)
        {
            var fields = typed.Where(field => field.Key != TokenField).SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? ""))).ToList();
            var metadata = context.HttpContext.RequestServices.GetRequiredService<IModelMetadataProvider>();
            context.Result = new ViewResult
            {
                ViewName = "ExpiredForm",
                StatusCode = StatusCodes.Status400BadRequest,
                ViewData = new ViewDataDictionary(metadata, new ModelStateDictionary()) { Model = new ExpiredFormPage(request.Path + request.QueryString, fields) },
            };
        }

        await next();
    }

    /// <summary>What was typed; null when the form cannot be read at all (too long, characters that no browser sends).</summary>
    private static async Task<IFormCollection?> ReadAsync(HttpRequest request)
    {
        if (!request.HasFormContentType) return null;
        try
        {
            return await request.ReadFormAsync(request.HttpContext.RequestAborted);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static bool CameFromUs(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0) return site == "same-origin";
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || (Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority == request.Host.Value);
    }
}
