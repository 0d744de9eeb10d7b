using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using OtpNet;
using PlusPortal.Data;
using PlusPortal.Data.Accounts;

namespace PlusPortal.Web.Security.Accounts;

/// <summary>Codes of an application: six digits, thirty seconds each (TOTP, RFC 6238). The one before and the one after are taken too, none of them twice.</summary>
public sealed class CodeCheck(PortalDb db, UserManager<PortalUser> users, TimeProvider clock)
{
    /// <summary>Digits of a code.</summary>
    public const int Digits = 6;

    private static readonly VerificationWindow Window = new(previous: 1, future: 1);

    /// <summary>Time of the codes.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Whether the code is right now and was not used; it counts as used from then on. Writes at once, so that of two sign-ins with one code the second fails.</summary>
    public async Task<bool> UseAsync(PortalUser user, string? typed, CancellationToken ct)
    {
        if (await users.GetAuthenticatorKeyAsync(user) is not { Length: > 0 } key || !IsRight(key, typed, Now, out var step)) return false;
        var used = await db.Users.Where(row => row.Id == user.Id && (row.LastCodeStep == null || row.LastCodeStep < step))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.LastCodeStep, step), ct);
        if (used == 0) return false;

        // Written already: a later save must not write it again, over that of another node.
        var known = db.Entry(user).Property(row => row.LastCodeStep);
        known.CurrentValue = step;
        known.OriginalValue = step;
        return true;
    }

    /// <summary>Whether a code belongs to a key at a time.</summary>
    /// <param name="key">The key, in base 32.</param>
    /// <param name="typed">What was typed; spaces between digits do not matter.</param>
    /// <param name="now">Current time.</param>
    /// <param name="step">The thirty seconds that it belongs to.</param>
    public static bool IsRight(string key, string? typed, DateTimeOffset now, out long step)
    {
        step = 0;
        var code = string.Concat((typed ?? "").Where(letter => !char.IsWhiteSpace(letter)));
        return code.Length == Digits && code.All(char.IsAsciiDigit) && new Totp(Base32Encoding.ToBytes(key), totpSize: Digits).VerifyTotp(now.UtcDateTime, code, out step, Window);
    }
}
