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
public sealed class LimitPerClientAttribute(LimitPurpose purpose) : Attribute, IAsyncResourceFilter, IAsyncActionFilter
{
    /// <summary>What is counted.</summary>
    public LimitPurpose Purpose => purpose;

    /// <summary>Whether a form that cannot be read counts for nothing: where what is tried is what was typed, and a typing error no try.</summary>
    public bool CountsWhatIsRead { get; init; }

    /// <inheritdoc />
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        if (CountsWhatIsRead || await PassesAsync(context.HttpContext)) await next();
        else context.Result = Refused;
    }

    /// <inheritdoc />
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        if (!CountsWhatIsRead || !context.ModelState.IsValid || await PassesAsync(context.HttpContext)) await next();
        else context.Result = Refused;
    }

    private static StatusCodeResult Refused => new(StatusCodes.Status429TooManyRequests);

    private async Task<bool> PassesAsync(HttpContext http)
    {
        var limit = http.RequestServices.GetRequiredService<IOptions<RateLimitOptions>>().Value.Of(purpose);
        var verdict = await http.RequestServices.GetRequiredService<LimitCounter>().CountAsync(purpose, http.Client, limit, http.RequestAborted);
        if (!verdict.Passes) http.RefuseFor(verdict);
        return verdict.Passes;
    }
}
