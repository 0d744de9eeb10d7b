using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Options;
using PlusPortal.Data.Limits;

namespace PlusPortal.Web.Security.Limits;

/// <summary>
/// An act of which one client may do so many in a window, counted in PostgreSQL for all nodes together: its limit is
/// set under « RateLimits ». Forms without the token of their page are refused before and not counted.
/// </summary>
/// <param name="purpose">What is counted; one of those that <see cref="RateLimitOptions.Of"/> knows.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LimitPerClientAttribute(LimitPurpose purpose) : Attribute, IAsyncResourceFilter
{
    /// <summary>What is counted.</summary>
    public LimitPurpose Purpose => purpose;

    /// <inheritdoc />
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var http = context.HttpContext;
        var limit = http.RequestServices.GetRequiredService<IOptions<RateLimitOptions>>().Value.Of(purpose);
        var verdict = await http.RequestServices.GetRequiredService<LimitCounter>().CountAsync(purpose, http.Client, limit, http.RequestAborted);
        if (verdict.Passes)
        {
            await next();
            return;
        }

        http.RefuseFor(verdict);
        context.Result = new StatusCodeResult(StatusCodes.Status429TooManyRequests);
    }
}
