using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using PlusPortal.Data;
using PlusPortal.Data.Codes;
using PlusPortal.Data.Limits;
using PlusPortal.Domain.Announcements;
using PlusPortal.Web.Addresses;
using PlusPortal.Web.Email;
using PlusPortal.Web.Features.Public.ActorLinks;
using PlusPortal.Web.Links;
using PlusPortal.Web.Security;
using PlusPortal.Web.Security.Limits;

namespace PlusPortal.Web.Features.Public.FollowUp;

/// <summary>
/// What stands before the contact details on a follow-up page: a code mailed to the recorded address, then a locked cookie of the
/// browser that typed it, for that page alone. A link that was forwarded, or read by others, opens nobody's telephone.
/// </summary>
public sealed class ContactDoor(PortalDb db, Announcer announcer, LimitCounter counter, IOptions<DailyCapOptions> caps, IOptions<PortalOptions> portal, IDataProtectionProvider protection, SecurityLog log, TimeProvider clock)
{
    /// <summary>Minutes for which a browser reads them.</summary>
    public const int OpenMinutes = 60;

    private const string Cookie = "plus-suite";

    private IDataProtector Lock => protection.CreateProtector("PlusPortal.FollowUp.Contact");

    /// <summary>Queues a code for the recorded address.</summary>
    /// <returns>False once enough were asked for that day.</returns>
    public async Task<bool> SendCodeAsync(Guid referralId, CancellationToken ct)
    {
        if (!(await counter.CountAsync([caps.Value.OfContactCode(referralId)], ct)).Passes) return false;
        announcer.Announce(Occasion.ContactCodeAsked, referralId, Guid.CreateVersion7(clock.GetUtcNow()).ToString("N"));
        await db.SaveChangesAsync(ct);
        return true;
    }

    /// <summary>Tries a code; the right one opens the door.</summary>
    public async Task<bool> TryOpenAsync(HttpContext http, ActorLink link, string code, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (!await db.TryContactCodeAsync(link.ReferralId, code, now, ct))
        {
            log.Write(SecurityEvent.ContactCodeRefused, link.ReferralId.ToString());
            return false;
        }

        var until = now.AddMinutes(OpenMinutes);
        http.Response.Cookies.Append(Cookie, Lock.Protect($"{link.ReferralId:N} {until.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)}"), Options(link, until));
        return true;
    }

    /// <summary>Whether this browser typed the code of that referral within the hour.</summary>
    public bool IsOpen(HttpContext http, ActorLink link)
    {
        if (http.Request.Cookies[Cookie] is not { Length: > 0 } locked) return false;
        try
        {
            var parts = Lock.Unprotect(locked).Split(' ');
            return parts is [var id, var until] && id == link.ReferralId.ToString("N")
                && long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && clock.GetUtcNow() < DateTimeOffset.FromUnixTimeSeconds(seconds);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return false;
        }
    }

    /// <summary>Closes it in this browser.</summary>
    public void Close(HttpContext http, ActorLink link) => http.Response.Cookies.Delete(Cookie, Options(link, until: null));

    private CookieOptions Options(ActorLink link, DateTimeOffset? until) => new()
    {
        Path = PublicAddress.FollowUp(link.Token),
        HttpOnly = true,
        Secure = portal.Value.IsHttps,
        SameSite = SameSiteMode.Lax,
        IsEssential = true,
        MaxAge = until is null ? null : TimeSpan.FromMinutes(OpenMinutes),
    };
}
