using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PlusPortal.Data;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Limits;
using PlusPortal.Data.People;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.People;
using PlusPortal.Web.Email;
using PlusPortal.Web.Security;
using PlusPortal.Web.Security.Limits;

namespace PlusPortal.Web.Features.Account.Profile;

/// <summary>Asks the two addresses of a person whether the new one may take the place of the old; a change asked before counts no more.</summary>
public sealed class AskAddressChange(PortalDb db, Announcer announcer, LimitCounter limits, MailCap cap, IOptions<DailyCapOptions> caps, SecurityLog log, TimeProvider clock)
{
    private const string AskedOften = "Vous avez déjà demandé plusieurs changements d’adresse aujourd’hui. Recommencez demain.";

    /// <summary>Runs it.</summary>
    /// <returns>Null when both are asked; a sentence when the account asked, or the new address was asked, often enough today.</returns>
    public async Task<string?> ExecuteAsync(PortalUser user, string newEmail, CancellationToken ct)
    {
        var verdict = await limits.CountAsync([cap.Of(MailCause.AddressChange, newEmail), caps.Value.OfAddressChange(user.Id)], ct);
        if (!verdict.Passes) return verdict.Spent == LimitPurpose.AddressChangeAccount ? AskedOften : MailCap.Reached;
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
        return null;
    }
}
