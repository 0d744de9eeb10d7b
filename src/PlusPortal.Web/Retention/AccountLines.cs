using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.People;
using PlusPortal.Data.Retention;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Retention;
using PlusPortal.Web.Email;
using PlusPortal.Web.Profile;

namespace PlusPortal.Web.Retention;

/// <summary>People who have not used their account for long are told that it will be removed, once, and how to keep it.</summary>
public sealed class AccountNoticeLine(PortalDb db, OneByOne each, Announcer announcer) : IRetentionLine
{
    /// <inheritdoc />
    public RetentionRule Rule => RetentionRule.AccountNotices;

    /// <inheritdoc />
    public Task<int> CountAsync(RetentionTerms terms, DateTimeOffset at, CancellationToken ct) => db.AccountsToTell(terms, at).CountAsync(ct);

    /// <inheritdoc />
    public IAsyncEnumerable<int> ApplyAsync(RetentionTerms terms, DateTimeOffset now, CancellationToken ct) =>
        each.DoAsync(db.AccountsToTell(terms, now).Select(user => user.Id), id => TellAsync(id, terms, now, ct), ct);

    private async Task<bool> TellAsync(Guid id, RetentionTerms terms, DateTimeOffset now, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.TakeTurnAsync(ct);
        if (!await db.AccountsToTell(terms, now).AnyAsync(user => user.Id == id, ct)) return false;
        announcer.Announce(Occasion.AccountUnused, id, $"{now:yyyyMMdd}");
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return true;
    }
}

/// <summary>Unused accounts whose people were told: nothing opens them any more and nobody is in them; what they did stays, by « Compte supprimé ».</summary>
public sealed class UnusedAccountLine(PortalDb db, OneByOne each, Announcer announcer, ToldAddresses told) : IRetentionLine
{
    /// <inheritdoc />
    public RetentionRule Rule => RetentionRule.UnusedAccounts;

    /// <inheritdoc />
    public Task<int> CountAsync(RetentionTerms terms, DateTimeOffset at, CancellationToken ct) => db.AccountsToRemove(terms, at).CountAsync(ct);

    /// <inheritdoc />
    public IAsyncEnumerable<int> ApplyAsync(RetentionTerms terms, DateTimeOffset now, CancellationToken ct) =>
        each.DoAsync(db.AccountsToRemove(terms, now).Select(user => user.Id), id => RemoveAsync(id, terms, now, ct), ct);

    private async Task<bool> RemoveAsync(Guid id, RetentionTerms terms, DateTimeOffset now, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.TakeTurnAsync(ct);
        if (await db.AccountsToRemove(terms, now).AsNoTracking().SingleOrDefaultAsync(user => user.Id == id, ct) is not { } user) return false;
        await HandOverAsync(id, now, ct);
        if (user.Email is { } email) await told.RemoveAsync(email, id, ct);
        if (user is { IsDisabled: false, SupportActorId: { } actorId } && !await db.AnsweringFor(actorId).AnyAsync(other => other.Id != id, ct)) announcer.Announce(Occasion.ActorLeft, actorId, $"{id:N}");
        await db.SaveChangesAsync(ct);
        await db.AnonymiseAccountAsync(id, now, ct);
        await transaction.CommitAsync(ct);
        await told.FollowAsync();
        return true;
    }

    /// <summary>Open requests in its charge go back to the queue, as when an access is taken away; referrals stay with the actor.</summary>
    private async Task HandOverAsync(Guid id, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var request in await db.OrientationRequests.Include(request => request.Referrals).Where(request => request.AssigneeId == id && request.Status != RequestStatus.Closed).ToListAsync(ct))
        {
            request.Assign(null, Author.Job, now);
            await announcer.AnnounceAsync(request, ct);
        }
    }
}
