using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using PlusPortal.Data;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Limits;
using PlusPortal.Data.Outbox;
using PlusPortal.Domain.Announcements;
using PlusPortal.Web.Email;
using PlusPortal.Web.Security;
using PlusPortal.Web.Security.Sessions;

namespace PlusPortal.Web.Features.Public.ForgottenPassword;

/// <summary>Queues a link to a new password when the address has an account. The same statements run when it has none, then are taken back: the time of the answer tells nothing.</summary>
public sealed class SendResetLink(UserManager<PortalUser> users, PortalDb db, Announcer announcer, LimitCounter limits, KnownDevices devices, IOptions<RateLimitOptions> settings, SecurityLog log, TimeProvider clock)
{
    /// <summary>Runs it. Counted for the client; in a browser that the owner has used for the owner, so that its neighbours do not hold it up.</summary>
    /// <returns>Whether too many were asked for, and how long to wait then.</returns>
    public async Task<LimitVerdict> ExecuteAsync(string email, string client, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var user = await users.FindByEmailAsync(email);

        var isOwner = user is not null && devices.Knows(user.Id);
        var verdict = await limits.CountAsync(LimitPurpose.PasswordReset, isOwner ? $"{user!.Id}" : client, settings.Value.Of(LimitPurpose.PasswordReset), ct);
        if (!verdict.Passes) return verdict;

        // One in half an hour, not so many a day: what strangers ask for leaves the owner a link that works, in its mailbox.
        var subject = user is { IsDisabled: false } ? $"{user.Id}" : $"{Guid.CreateVersion7(now)}";
        var mayLeave = (await limits.CountAsync(LimitPurpose.PasswordResetAddress, subject, settings.Value.Of(LimitPurpose.PasswordResetAddress), ct)).Passes || isOwner;
        log.Write(SecurityEvent.PasswordResetAsked, user?.Id.ToString());
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.DoNotAwaitDiskAsync(ct);
        announcer.Announce(Occasion.PasswordResetAsked, user?.Id ?? Guid.CreateVersion7(now), Guid.CreateVersion7(now).ToString("N"));
        await db.SaveChangesAsync(ct);
        if (mayLeave && user is { IsDisabled: false }) await transaction.CommitAsync(ct);
        else await transaction.RollbackAsync(ct);
        return verdict;
    }
}
