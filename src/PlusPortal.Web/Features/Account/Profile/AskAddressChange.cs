using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.People;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.People;
using PlusPortal.Web.Email;
using PlusPortal.Web.Security;
using PlusPortal.Web.Security.Limits;

namespace PlusPortal.Web.Features.Account.Profile;

/// <summary>Asks the two addresses of a person whether the new one may take the place of the old; a change asked before counts no more.</summary>
public sealed class AskAddressChange(PortalDb db, Announcer announcer, MailCap cap, SecurityLog log, TimeProvider clock)
{
    /// <summary>Runs it. False when enough mails went to the new address today.</summary>
    public async Task<bool> ExecuteAsync(PortalUser user, string newEmail, CancellationToken ct)
    {
        if (!await cap.LetsPassAsync(newEmail, ct)) return false;
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.TakeTurnAsync(ct);
        await db.AddressChanges.Where(earlier => earlier.UserId == user.Id && earlier.State == AddressChangeState.Open)
            .ExecuteUpdateAsync(set => set.SetProperty(earlier => earlier.State, AddressChangeState.Replaced), ct);
        var change = AddressChange.Ask(user.Id, user.Email!, newEmail, now);
        db.AddressChanges.Add(change);
        announcer.Announce(Occasion.AddressChangeAsked, change.Id, "asked");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        log.Write(SecurityEvent.AddressChangeAsked, user.Id.ToString());
        return true;
    }
}
