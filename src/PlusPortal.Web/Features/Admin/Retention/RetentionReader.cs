using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PlusPortal.Data;
using PlusPortal.Data.Jobs;
using PlusPortal.Data.Retention;
using PlusPortal.Domain.Retention;
using PlusPortal.Web.Addresses;
using PlusPortal.Web.Labels.Retention;
using PlusPortal.Web.Retention;

namespace PlusPortal.Web.Features.Admin.Retention;

/// <summary>Counts what a run of the retention would do, by the very queries of its job, and reads what the runs did. Changes nothing.</summary>
public sealed class RetentionReader(PortalDb db, IEnumerable<IRetentionLine> lines, IOptions<RetentionOptions> options, TimeProvider clock)
{
    /// <summary>Reports on one page.</summary>
    public const int PageSize = 25;

    /// <summary>How far the page looks ahead.</summary>
    public const int DaysAhead = 30;

    /// <summary>Reads all of it.</summary>
    public async Task<RetentionPage> ReadAsync(ListCursor? cursor, CancellationToken ct)
    {
        // Counts go through whole tables.
        db.Database.WaitPatiently();
        var (terms, now) = (await db.RetentionTermsAsync(ct), clock.GetUtcNow());
        List<RetentionRow> rows = [];
        foreach (var rule in Enum.GetValues<RetentionRule>())
        {
            var due = await CountAsync(rule, terms, now, ct);
            rows.Add(new RetentionRow(rule, rule.Term(terms), due, Math.Max(0, await CountAsync(rule, terms, now.AddDays(DaysAhead), ct) - due)));
        }

        var (reports, next) = await ReportsAsync(cursor, ct);
        var last = await db.JobRuns.Of(RetentionJob.Code).AsNoTracking().FirstOrDefaultAsync(ct);
        return new RetentionPage(rows, await KeptAsync(terms, now, ct), RetentionDifference.Between(options.Value.ToTerms(), terms), reports, next, last?.Number ?? 0, last is { State: JobRunState.Running });
    }

    private Task<int> CountAsync(RetentionRule rule, RetentionTerms terms, DateTimeOffset at, CancellationToken ct) => rule switch
    {
        RetentionRule.Drafts => db.PastDrafts(at).CountAsync(ct),
        RetentionRule.KeptAccounts => db.AccountsKept(terms, at).CountAsync(ct),
        RetentionRule.Spam or RetentionRule.DormantRequests or RetentionRule.ClosedRequests or RetentionRule.Outbox or RetentionRule.SecurityLog or RetentionRule.BusinessAudit
            or RetentionRule.AccountNotices or RetentionRule.UnusedAccounts or RetentionRule.Invitations or RetentionRule.ErasureReasons or RetentionRule.SheetReports or RetentionRule.FactorResets => lines.Single(line => line.Rule == rule).CountAsync(terms, at, ct),
    };

    private async Task<IReadOnlyList<KeptAccount>> KeptAsync(RetentionTerms terms, DateTimeOffset now, CancellationToken ct)
    {
        var kept = await db.AccountsKept(terms, now).OrderBy(user => user.DisplayName).ThenBy(user => user.Id)
            .Select(user => new { user.Id, user.DisplayName, Actor = db.SupportActors.Where(actor => actor.Id == user.SupportActorId).Select(actor => actor.Name).SingleOrDefault() })
            .Take(PageSize).ToListAsync(ct);
        return [.. kept.Select(user => new KeptAccount(user.DisplayName, $"{(user.Actor is null ? AdminAddress.Team : AdminAddress.Partners)}/{user.Id}", user.Actor))];
    }

    private async Task<(IReadOnlyList<RetentionReport> Reports, string? Next)> ReportsAsync(ListCursor? cursor, CancellationToken ct)
    {
        var reports = db.RetentionReports.AsNoTracking();
        if (cursor is { Instant: { } before, Id: var id }) reports = reports.Where(report => report.At < before || (report.At == before && report.Id < id));
        var found = await reports.OrderByDescending(report => report.At).ThenByDescending(report => report.Id).Take(PageSize + 1).ToListAsync(ct);
        return ([.. found.Take(PageSize)], found.Count > PageSize ? ListCursor.At(found[PageSize - 1].At, found[PageSize - 1].Id).ToString() : null);
    }
}
