using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace PlusPortal.Web.Features.Api.Orientations;

/// <summary>Answers 413 to a body beyond a limit, announced or not, before anything reads it.</summary>
/// <param name="bytes">Most bytes of a body.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class BodyLimitAttribute(int bytes) : Attribute, IAsyncResourceFilter
{
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        var body = new MemoryStream();
        if (request.ContentLength > bytes || !await FitsAsync(request.Body, body, context.HttpContext.RequestAborted))
        {
            context.Result = new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
            return;
        }

        body.Position = 0;
        request.Body = body;
        await next();
    }

    private async Task<bool> FitsAsync(Stream source, MemoryStream target, CancellationToken ct)
    {
        var buffer = new byte[8 * 1024];
        int read;
        while ((read = await source.ReadAsync(buffer, ct)) > 0)
        {
            if (target.Length + read > bytes) return false;
            target.Write(buffer, 0, read);
        }

        return true;
    }
}
