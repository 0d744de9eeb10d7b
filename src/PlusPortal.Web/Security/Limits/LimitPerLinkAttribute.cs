using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PlusPortal.Data;
using PlusPortal.Data.Limits;
using PlusPortal.Data.Links;

namespace PlusPortal.Web.Security.Limits;

/// <summary>
/// A form behind a private link, whose secret is <c>{token}</c> of its route. Sent through a link that the portal made, it is
/// counted for that link alone: who holds it proved who it is, and whoever shares its address holds it up by nothing. Sent
/// through any other, it is counted for the client.
/// </summary>
/// <param name="purposes">What the links may open.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LimitPerLinkAttribute(params LinkPurpose[] purposes) : Attribute, IAsyncResourceFilter
{
    /// <summary>What the links may open.</summary>
    public IReadOnlyList<LinkPurpose> Purposes => purposes;

    /// <inheritdoc />
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var http = context.HttpContext;
        var token = context.RouteData.Values["token"] as string;
        var isKnown = await http.RequestServices.GetRequiredService<PortalDb>().AccessLinks.Known(token, purposes).AnyAsync(http.RequestAborted);
        var (purpose, subject) = isKnown ? (LimitPurpose.LinkAnswer, Convert.ToHexString(LinkTokens.Hash(token))) : (LimitPurpose.UnknownLink, http.Client);
        var limit = http.RequestServices.GetRequiredService<IOptions<RateLimitOptions>>().Value.Of(purpose);
        var verdict = await http.RequestServices.GetRequiredService<LimitCounter>().CountAsync(purpose, subject, limit, http.RequestAborted);
        if (verdict.Passes)
        {
            await next();
            return;
        }

        http.RefuseFor(verdict);
        context.Result = new StatusCodeResult(StatusCodes.Status429TooManyRequests);
    }
}
