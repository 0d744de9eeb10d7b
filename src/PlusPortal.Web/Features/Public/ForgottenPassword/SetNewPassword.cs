using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Links;
using PlusPortal.Domain.Announcements;
using PlusPortal.Web.Email;
using PlusPortal.Web.Security;
using PlusPortal.Web.Security.Accounts;
using PlusPortal.Web.Security.Sessions;

namespace PlusPortal.Web.Features.Public.ForgottenPassword;

/// <summary>Sets the password of whoever holds a reset link; the link proves the mailbox, so this browser counts as the owner's from then on.</summary>
public sealed class SetNewPassword(PortalUsers users, PortalDb db, Announcer announcer, KnownDevices devices, SecurityLog log, TimeProvider clock)
{
    /// <summary>Fewest characters of the account's password; null when the link opens nothing.</summary>
    public async Task<int?> LeastLengthAsync(string? token, CancellationToken ct) => await OwnerAsync(token, ct) is { } user ? await PasswordRules.LeastLengthAsync(users, user) : null;

    /// <summary>Runs it.</summary>
    /// <returns>Null when it is set; a sentence when the password is refused; empty when the link opens nothing.</returns>
    public async Task<string?> ExecuteAsync(string? token, string password, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await OwnerAsync(token, ct) is not { } user) return "";
        var now = clock.GetUtcNow();
        var hash = LinkTokens.Hash(token);

        // Of two presses the second finds the link used up.
        if (await db.AccessLinks.Where(link => link.TokenHash == hash && link.RevokedAt == null).ExecuteUpdateAsync(set => set.SetProperty(link => link.RevokedAt, now), ct) == 0) return "";
        await db.AccessLinks.RevokeAsync([user.Id], now, ct);
        var set = await users.ResetPasswordAsync(user, await users.GeneratePasswordResetTokenAsync(user), password);
        if (!set.Succeeded) return string.Join(" ", set.Errors.Select(error => error.Description));
        announcer.Announce(Occasion.PasswordChanged, user.Id, Guid.CreateVersion7(now).ToString("N"));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        devices.Remember(user.Id);
        log.Write(SecurityEvent.PasswordChanged, user.Id.ToString());
        return null;
    }

    private async Task<PortalUser?> OwnerAsync(string? token, CancellationToken ct)
    {
        if (token?.Length != LinkTokens.TextLength) return null;
        var link = await db.AccessLinks.AsNoTracking().Usable(token, LinkPurpose.PasswordReset, clock.GetUtcNow()).SingleOrDefaultAsync(ct);
        if (link is not null) return await db.Users.SingleOrDefaultAsync(user => user.Id == link.SubjectId && !user.IsDisabled, ct);
        log.Write(SecurityEvent.LinkRefused);
        return null;
    }
}
