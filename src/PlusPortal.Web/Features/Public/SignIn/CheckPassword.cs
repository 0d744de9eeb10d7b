using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Limits;
using PlusPortal.Web.Security;
using PlusPortal.Web.Security.Limits;
using PlusPortal.Web.Security.Sessions;

namespace PlusPortal.Web.Features.Public.SignIn;

/// <summary>What came of a password.</summary>
/// <param name="User">Whose it is; null when it is wrong, or was not looked at.</param>
/// <param name="Tried">Account that was tried, for the log; null when the address has none.</param>
/// <param name="Limit">Whether too many were tried, and how long to wait then.</param>
public sealed record PasswordAnswer(PortalUser? User, Guid? Tried, LimitVerdict Limit);

/// <summary>
/// Judges a password. The work is the same whether the address has an account or not: one query, one count, one hash. Tries
/// are counted for the address typed, account or not; those made elsewhere never hold up the owner in a browser that
/// it has signed in with, nor, but for a flood from many clients, in another one (S3).
/// </summary>
public sealed class CheckPassword(UserManager<PortalUser> users, PasswordDecoy decoy, LimitCounter limits, KnownDevices devices, IOptions<RateLimitOptions> settings, IHttpContextAccessor accessor)
{
    /// <summary>Runs it.</summary>
    public async Task<PasswordAnswer> ExecuteAsync(string email, string password, CancellationToken ct)
    {
        var user = await users.FindByEmailAsync(email);
        var address = users.NormalizeEmail(email);
        var client = accessor.HttpContext?.Client ?? "";
        IReadOnlyList<LimitedAct> acts = user is not null && devices.Knows(user.Id)
            ? [Try(LimitPurpose.SignInOwner, address)]
            : [Try(LimitPurpose.SignIn, client), Try(LimitPurpose.SignInAccount, address), Try(LimitPurpose.SignInClient, $"{client} {address}")];
        var verdict = await limits.CountAsync(acts, ct);
        if (!verdict.Passes) return new PasswordAnswer(null, user?.Id, verdict);

        var isRight = user is { PasswordHash: not null } ? await users.CheckPasswordAsync(user, password) : decoy.Refuse(password);
        if (!isRight || user is not { IsDisabled: false }) return new PasswordAnswer(null, user?.Id, verdict);
        foreach (var act in acts.Where(act => act.Purpose is LimitPurpose.SignInClient or LimitPurpose.SignInOwner)) await limits.ForgetAsync(act.Purpose, act.Subject, ct);
        return new PasswordAnswer(user, user.Id, verdict);
    }

    private LimitedAct Try(LimitPurpose purpose, string subject) => new(purpose, subject, settings.Value.Of(purpose));
}

/// <summary>A password that nobody has: hashing what was typed against it takes the time of a real check.</summary>
public sealed class PasswordDecoy(IPasswordHasher<PortalUser> hasher)
{
    private readonly PortalUser nobody = new();
    private string? hash;

    /// <summary>False, after that time.</summary>
    public bool Refuse(string password)
    {
        hash ??= hasher.HashPassword(nobody, Guid.NewGuid().ToString());
        hasher.VerifyHashedPassword(nobody, hash, password);
        return false;
    }
}
