using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using PlusPortal.Data.Accounts;

namespace PlusPortal.Data.Access;

/// <summary>
/// The store of Identity, but for recovery codes: it would write them as they are. Only their SHA-256 is kept, which is
/// enough for codes of 120 random bits (ASVS 5.0, 6.5.2).
/// </summary>
public sealed class PortalUserStore(PortalDb db, IdentityErrorDescriber errors) : UserStore<PortalUser, IdentityRole<Guid>, PortalDb, Guid>(db, errors)
{
    // As the store of Identity keeps them.
    private const string Provider = "[AspNetUserStore]";
    private const string Name = "RecoveryCodes";
    private const char Separator = ';';

    /// <inheritdoc />
    public override Task ReplaceCodesAsync(PortalUser user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) =>
        base.ReplaceCodesAsync(user, recoveryCodes.Select(Hash), cancellationToken);

    /// <inheritdoc />
    public override async Task<bool> RedeemCodeAsync(PortalUser user, string code, CancellationToken cancellationToken)
    {
        var left = (await GetTokenAsync(user, Provider, Name, cancellationToken) ?? "").Split(Separator).ToList();
        if (!left.Remove(Hash(code))) return false;

        // Hashes already: that of this class would hash them once more.
        await base.ReplaceCodesAsync(user, left, cancellationToken);
        return true;
    }

    /// <summary>However it was copied: with or without its dashes, in small letters.</summary>
    private static string Hash(string code) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant())));
}
