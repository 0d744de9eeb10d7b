using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Jobs;
using PlusPortal.Data.Retention;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Retention;
using PlusPortal.Web.Email;
using PlusPortal.Web.Jobs;
using PlusPortal.Web.Labels.Retention;

namespace PlusPortal.Web.Retention;

/// <summary>Applies each line of what is kept how long, every night. It does what is due and not yet done: late it catches up, twice it does nothing twice, and a line that fails keeps no other.</summary>
public sealed class RetentionJob(PortalDb db, IServiceScopeFactory scopes, Announcer announcer) : IRecurringJob
{
    /// <summary>Its code.</summary>
    public const string Code = "conservation";

    /// <inheritdoc />
    public static string Title => "Appliquer les durées de conservation";

    /// <inheritdoc />
    public static string Purpose => "Supprime ou rend anonyme ce qui a dépassé sa durée de conservation, prévient les structures sans nouvelle et les personnes dont le compte est inutilisé, puis en rend compte à l’administration.";

    /// <inheritdoc />
    public async Task<JobResult> RunAsync(DateTimeOffset now, CancellationToken ct)
    {
        var terms = await db.RetentionTermsAsync(ct);
        var report = RetentionReport.Begin(now);
        List<Exception> failures = [];
        foreach (var rule in RetentionLines.Applied) await ApplyAsync(rule, terms, report, failures, ct);
        await TellAsync(terms, report, now, ct);
        if (failures.Count > 0) throw new AggregateException(failures);
        return new JobResult([.. report.Lines.Select(line => new JobCount(line.Rule.Done, line.Number))]);
    }

    private async Task ApplyAsync(RetentionRule rule, RetentionTerms terms, RetentionReport report, List<Exception> failures, CancellationToken ct)
    {
        // A context of its own: what a line read or left half done is nothing to the next.
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<PortalDb>().Database.WaitPatiently();
        try
        {
            await foreach (var done in RetentionLines.Of(scope.ServiceProvider, rule).ApplyAsync(terms, report.At, ct)) await NoteAsync(report, rule, done);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            failures.Add(failure);
        }
    }

    /// <summary>At once, even when the portal stops: what was done is told of.</summary>
    private async Task NoteAsync(RetentionReport report, RetentionRule rule, int done)
    {
        report.Add(rule, done);
        if (db.Entry(report).State == EntityState.Detached) db.Add(report);
        await db.SaveChangesAsync(CancellationToken.None);
    }

    /// <summary>Administrators are told after a run that did something; also of the accounts that stay although they are unused.</summary>
    private async Task TellAsync(RetentionTerms terms, RetentionReport report, DateTimeOffset now, CancellationToken ct)
    {
        if (report.Lines.Count == 0) return;
        report.Add(RetentionRule.Drafts, await DraftsSinceLastReportAsync(report, ct));
        if (report.Lines.Any(line => line.Rule is RetentionRule.AccountNotices or RetentionRule.UnusedAccounts)) report.Add(RetentionRule.KeptAccounts, await db.AccountsKept(terms, now).CountAsync(ct));
        announcer.Announce(Occasion.RetentionApplied, report.Id, "run");
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Drafts are deleted every hour by a job of their own; its runs say how many.</summary>
    private async Task<int> DraftsSinceLastReportAsync(RetentionReport report, CancellationToken ct)
    {
        var last = await db.RetentionReports.Where(other => other.At < report.At).MaxAsync(other => (DateTimeOffset?)other.At, ct);
        var runs = await db.JobRuns.Where(run => run.Job == DraftPurge.Code && (last == null || run.StartedAt > last)).Select(run => run.Counts).ToListAsync(ct);
        return runs.SelectMany(counts => counts).Where(count => count.What == DraftPurge.DraftsDeleted).Sum(count => count.Number);
    }
}
