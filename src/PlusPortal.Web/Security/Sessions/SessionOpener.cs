using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using PlusPortal.Data;
using PlusPortal.Data.Access;
using PlusPortal.Data.Accounts;
using PlusPortal.Domain;

namespace PlusPortal.Web.Security.Sessions;

/// <summary>Opens and ends the session of a browser: the row and the cookie that names it.</summary>
public sealed class SessionOpener(PortalDb db, SignInManager<PortalUser> signIn, IOptions<AccountOptions> accounts, KnownDevices devices, SecurityLog log, TimeProvider clock)
{
    /// <summary>A new session of a person who showed who it is; the former one of this browser ends.</summary>
    /// <param name="user">The account, tracked.</param>
    /// <param name="factor">How.</param>
    /// <param name="ct">Stops it; nothing is then open.</param>
    public async Task OpenAsync(PortalUser user, SecondFactor factor, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await EndOwnAsync(ct);
        var life = accounts.Value.LifeOf(user.SupportActorId is not null);
        var session = new Session
        {
            Id = Guid.CreateVersion7(now),
            UserId = user.Id,
            Stamp = user.SecurityStamp!,
            StartedAt = now,
            LastSeenAt = now,
            EndsAt = now + life.Longest,
            Factor = factor,
            Client = ClientName.Of(signIn.Context.Request.Headers.UserAgent),
        };
        db.Sessions.Add(session);
        user.LastSignInAt = now;
        await db.SaveChangesAsync(ct);
        var properties = new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now + (life.Idle < life.Longest ? life.Idle : life.Longest) };
        await signIn.SignInWithClaimsAsync(user, properties, SessionClaims.Of(session));
        devices.Remember(user.Id);
        log.Write(SecurityEvent.SignedIn, user.Id.ToString());
    }

    /// <summary>The session of this browser under a new name, after a change that ends the others.</summary>
    /// <exception cref="DomainRuleException"><see cref="RuleCode.SessionEnded"/>: it was ended in the meantime, elsewhere.</exception>
    public async Task GoOnAsync(PortalUser user, SecondFactor factor, CancellationToken ct)
    {
        if (!await EndOwnAsync(ct)) throw new DomainRuleException(RuleCode.SessionEnded);
        await OpenAsync(user, factor, ct);
    }

    /// <summary>Writes the cookie of this browser again, after a change of what it says of the person.</summary>
    public async Task RenewAsync(PortalUser user)
    {
        var held = await signIn.Context.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        await signIn.SignInWithClaimsAsync(user, held.Properties, SessionClaims.Kept(signIn.Context.User));
    }

    /// <summary>Ends that of this browser, for good: its cookie opens nothing any more, wherever a copy of it is.</summary>
    public async Task CloseAsync(CancellationToken ct)
    {
        await EndOwnAsync(ct);
        await signIn.SignOutAsync();
    }

    private async Task<bool> EndOwnAsync(CancellationToken ct) =>
        signIn.Context.User.SessionId is { } own && await db.Sessions.Where(session => session.Id == own).EndAsync(clock.GetUtcNow(), ct) > 0;
}
