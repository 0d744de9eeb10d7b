using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PlusPortal.Data;
using PlusPortal.Data.Access;
using PlusPortal.Data.Accounts;

namespace PlusPortal.Web.Security.Sessions;

/// <summary>
/// Whether the session of a cookie goes on, asked once a minute for each and before every act, in one query: ended by its owner or at its sign-out, over, of
/// an account that was deactivated, or whose password, factor, address or role has changed since (they change the security stamp).
/// </summary>
public sealed class SessionCheck(PortalDb db, IOptions<SecurityStampValidatorOptions> interval, TimeProvider clock) : ISecurityStampValidator
{
    /// <summary>How exactly the last page of a session is known.</summary>
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(5);

    /// <inheritdoc />
    public async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var now = clock.GetUtcNow();
        if (context.Principal is not { SessionId: { } id, SessionEndsAt: { } end } user || end <= now)
        {
            await RefuseAsync(context);
            return;
        }

        // Whatever changes something is asked for at once: what has ended must not go on by its last minute.
        var isRead = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        if (isRead && context.Properties.IssuedUtc is { } issued && now - issued < interval.Value.ValidationInterval) return;
        var found = await db.Sessions.GoingOn(db.Users, now).Where(session => session.Id == id)
            .Join(db.Users, session => session.UserId, account => account.Id, (session, account) => new { session.LastSeenAt, account.DisplayName })
            .SingleOrDefaultAsync(context.HttpContext.RequestAborted);
        if (found is null)
        {
            await RefuseAsync(context);
            return;
        }

        // The one write of a page that is only read, with the audit (docs/adr/0021): a time, for the person to know its sessions by.
        if (now - found.LastSeenAt >= SeenEvery)
            await db.Sessions.Where(session => session.Id == id).ExecuteUpdateAsync(set => set.SetProperty(session => session.LastSeenAt, now), context.HttpContext.RequestAborted);
        if (found.DisplayName != user.FindFirstValue(ClaimTypes.GivenName)) context.ReplacePrincipal(Renamed(user, found.DisplayName));
        context.ShouldRenew = true;
    }

    private static async Task RefuseAsync(CookieValidatePrincipalContext context)
    {
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    private static ClaimsPrincipal Renamed(ClaimsPrincipal user, string name)
    {
        var renamed = user.Clone();
        var identity = (ClaimsIdentity)renamed.Identity!;
        identity.TryRemoveClaim(identity.FindFirst(ClaimTypes.GivenName));
        identity.AddClaim(new Claim(ClaimTypes.GivenName, name));
        return renamed;
    }
}
