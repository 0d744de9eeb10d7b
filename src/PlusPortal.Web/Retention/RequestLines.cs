using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Privacy;
using PlusPortal.Data.Retention;
using PlusPortal.Domain.Requests.Deadlines;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Retention;
using PlusPortal.Web.Email;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Profile;

namespace PlusPortal.Web.Retention;

/// <summary>Open requests of which nobody says anything any more: their structure is asked, staff find them on their list of today and end them.</summary>
public sealed class DormantRequestLine(PortalDb db, OneByOne each, Announcer announcer, CurrentProfile profile) : IRetentionLine
{
    /// <inheritdoc />
    public RetentionRule Rule => RetentionRule.DormantRequests;

    /// <inheritdoc />
    public Task<int> CountAsync(RetentionTerms terms, DateTimeOffset at, CancellationToken ct) => db.DormantRequests(terms, at).CountAsync(ct);

    /// <inheritdoc />
    public IAsyncEnumerable<int> ApplyAsync(RetentionTerms terms, DateTimeOffset now, CancellationToken ct) =>
        each.DoAsync(db.DormantRequests(terms, now).Select(request => request.Id), id => NoticeAsync(id, terms, now, ct), ct);

    private async Task<bool> NoticeAsync(Guid id, RetentionTerms terms, DateTimeOffset now, CancellationToken ct)
    {
        if (await db.DormantRequests(terms, now).Include(request => request.Referrals).SingleOrDefaultAsync(request => request.Id == id, ct) is not { } request) return false;
        request.NoticeDormant(Author.Job, now, PlusDay.At(now.InParis.DateTime, (await profile.GetAsync(ct)).Calendar));
        await announcer.AnnounceAsync(request, ct);
        await db.SaveChangesAsync(ct);
        return true;
    }
}

/// <summary>Requests that ended long ago: who asked, and everything that was written, goes; what statistics need stays.</summary>
public sealed class ClosedRequestLine(PortalDb db, OneByOne each, Announcer announcer) : IRetentionLine
{
    /// <inheritdoc />
    public RetentionRule Rule => RetentionRule.ClosedRequests;

    /// <inheritdoc />
    public Task<int> CountAsync(RetentionTerms terms, DateTimeOffset at, CancellationToken ct) => db.RequestsToAnonymise(terms, at).CountAsync(ct);

    /// <inheritdoc />
    public IAsyncEnumerable<int> ApplyAsync(RetentionTerms terms, DateTimeOffset now, CancellationToken ct) =>
        each.DoAsync(db.RequestsToAnonymise(terms, now).Select(request => request.Id), id => AnonymiseAsync(id, terms, now, ct), ct);

    private async Task<bool> AnonymiseAsync(Guid id, RetentionTerms terms, DateTimeOffset now, CancellationToken ct)
    {
        if (await db.RequestsToAnonymise(terms, now).SingleOrDefaultAsync(request => request.Id == id, ct) is not { } request) return false;
        await db.AnonymiseAsync(request, Author.Job, now, ct);
        await announcer.AnnounceAsync(request, ct);
        await db.SaveChangesAsync(ct);
        return true;
    }
}
