using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Links;
using PlusPortal.Data.People;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.People;
using PlusPortal.Web.Email;
using PlusPortal.Web.Profile;
using PlusPortal.Web.Security;

namespace PlusPortal.Web.Features.Public.AddressChanges;

/// <summary>Notes what an address answers. Once both said yes, the account has the new address, also on the lists of who is told; its sessions end and its links are revoked.</summary>
public sealed class AnswerAddressChange(PortalDb db, ILookupNormalizer normalizer, Announcer announcer, ToldAddresses told, SecurityLog log, TimeProvider clock)
{
    /// <summary>What a link asks; null when there is no such link.</summary>
    public async Task<AskedChange?> FindAsync(string? token, CancellationToken ct) => await ReadAsync(token, ct) is var (side, change)
        ? new AskedChange(token!, side, change.State, change.IsOpenAt(clock.GetUtcNow()), change.ConfirmedAt(side) is not null, change.ExpiresAt)
        : null;

    /// <summary>Notes the answer; one that comes too late changes nothing.</summary>
    public async Task ExecuteAsync(string? token, bool isYes, CancellationToken ct)
    {
        if (await db.RetryOnceAsync(() => AnswerAsync(token, isYes, ct)) is not { State: AddressChangeState.Done } change) return;
        await told.FollowAsync();
        log.Write(SecurityEvent.AddressChanged, change.UserId.ToString());
    }

    private async Task<AddressChange?> AnswerAsync(string? token, bool isYes, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.TakeTurnAsync(ct);

        // What was read before the turn may have changed while it was waited for.
        db.ChangeTracker.Clear();
        if (await ReadAsync(token, ct) is not var (side, change) || !change.IsOpenAt(now)) return null;
        if (isYes) change.Confirm(side, now);
        else change.Refuse(now);
        if (change.IsConfirmed) await SwapAsync(change, now, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return change;
    }

    private async Task SwapAsync(AddressChange change, DateTimeOffset now, CancellationToken ct)
    {
        var (email, name) = (normalizer.NormalizeEmail(change.NewEmail), normalizer.NormalizeName(change.NewEmail));
        if (await db.Users.AnyAsync(user => user.Id != change.UserId && (user.NormalizedEmail == email || user.NormalizedUserName == name), ct))
        {
            change.FindTaken(now);
            return;
        }

        var user = await db.Users.SingleAsync(candidate => candidate.Id == change.UserId, ct);
        (user.Email, user.NormalizedEmail, user.UserName, user.NormalizedUserName, user.EmailConfirmed) = (change.NewEmail, email, change.NewEmail, name, true);
        user.EndSessions();
        await told.MoveAsync(change.OldEmail, change.NewEmail, user.Id, ct);
        change.Complete(now);
        await db.AccessLinks.RevokeAsync([user.Id], now, ct);
        announcer.Announce(Occasion.AddressChanged, change.Id, "done");
    }

    private async Task<(AddressSide Side, AddressChange Change)?> ReadAsync(string? token, CancellationToken ct)
    {
        var link = await db.AccessLinks.AsNoTracking().Known(token, LinkPurpose.AddressChangeOld, LinkPurpose.AddressChangeNew).SingleOrDefaultAsync(ct);
        var change = link is null ? null : await db.AddressChanges.SingleOrDefaultAsync(candidate => candidate.Id == link.SubjectId, ct);
        return change is null ? null : (link!.Purpose == LinkPurpose.AddressChangeOld ? AddressSide.Old : AddressSide.New, change);
    }
}
