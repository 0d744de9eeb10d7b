using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using PlusPortal.Data.Accounts;

namespace PlusPortal.Web.Security.Accounts;

/// <summary>The accounts, as Identity keeps them, with recovery codes long enough to be kept as a plain hash.</summary>
public sealed class PortalUsers(
    IUserStore<PortalUser> store, IOptions<IdentityOptions> options, IPasswordHasher<PortalUser> hasher, IEnumerable<IUserValidator<PortalUser>> userValidators,
    IEnumerable<IPasswordValidator<PortalUser>> passwordValidators, ILookupNormalizer normalizer, IdentityErrorDescriber errors, IServiceProvider services, ILogger<PortalUsers> logger)
    : UserManager<PortalUser>(store, options, hasher, userValidators, passwordValidators, normalizer, errors, services, logger)
{
    /// <summary>Without the letters and digits that are read as others.</summary>
    private const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int Groups = 6;
    private const int LettersOfAGroup = 4;

    /// <summary>Codes made at once.</summary>
    public const int RecoveryCodes = 10;

    /// <summary>The account of a session.</summary>
    /// <exception cref="InvalidOperationException">It is gone.</exception>
    public async Task<PortalUser> OwnerAsync(ClaimsPrincipal session) => await GetUserAsync(session) ?? throw new InvalidOperationException("The account of the session is gone.");

    /// <summary>Takes the key of an application whose first code was right, and asks for its codes from then on.</summary>
    /// <returns>The recovery codes, to be shown once.</returns>
    public async Task<IReadOnlyList<string>> TakeApplicationAsync(PortalUser user, string key, CancellationToken ct)
    {
        await ((IUserAuthenticatorKeyStore<PortalUser>)Store).SetAuthenticatorKeyAsync(user, key, ct);
        Check(await SetTwoFactorEnabledAsync(user, enabled: true));
        return await NewRecoveryCodesAsync(user);
    }

    /// <summary>Asks for no code any more; the recovery codes go when no passkey needs them either.</summary>
    public async Task DropApplicationAsync(PortalUser user, CancellationToken ct)
    {
        await RemoveAuthenticationTokenAsync(user, "[AspNetUserStore]", "AuthenticatorKey");
        user.LastCodeStep = null;
        Check(await SetTwoFactorEnabledAsync(user, enabled: false));
        if ((await GetPasskeysAsync(user)).Count == 0) await ((IUserTwoFactorRecoveryCodeStore<PortalUser>)Store).ReplaceCodesAsync(user, [], ct);
        Check(await UpdateAsync(user));
    }

    /// <summary>New recovery codes in place of the former ones, to be shown once.</summary>
    public async Task<IReadOnlyList<string>> NewRecoveryCodesAsync(PortalUser user) => [.. await GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodes) ?? []];

    /// <summary>Whether a password alone does not open the account.</summary>
    public async Task<bool> HasSecondFactorAsync(PortalUser user) => user.TwoFactorEnabled || (await GetPasskeysAsync(user)).Count > 0;

    private static void Check(IdentityResult result)
    {
        if (!result.Succeeded) throw new InvalidOperationException(string.Join(" ", result.Errors.Select(error => error.Code)));
    }

    /// <summary>A new code: 24 letters of 5 random bits each, in groups.</summary>
    protected override string CreateTwoFactorRecoveryCode() =>
        string.Join('-', Enumerable.Range(0, Groups).Select(_ => RandomNumberGenerator.GetString(Alphabet, LettersOfAGroup)));
}
