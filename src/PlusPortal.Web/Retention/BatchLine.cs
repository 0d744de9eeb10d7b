using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Retention;
using PlusPortal.Domain.Retention;

namespace PlusPortal.Web.Retention;

/// <summary>A line that needs no rule of the domain: it goes batch after batch, until one finds nothing.</summary>
/// <param name="rule">Which line.</param>
/// <param name="count">How many are past their term.</param>
/// <param name="batch">Does some of them, in one statement: how many.</param>
public sealed class BatchLine(RetentionRule rule, Func<RetentionTerms, DateTimeOffset, CancellationToken, Task<int>> count, Func<RetentionTerms, DateTimeOffset, CancellationToken, Task<int>> batch) : IRetentionLine
{
    /// <inheritdoc />
    public RetentionRule Rule => rule;

    /// <inheritdoc />
    public Task<int> CountAsync(RetentionTerms terms, DateTimeOffset at, CancellationToken ct) => count(terms, at, ct);

    /// <inheritdoc />
    public async IAsyncEnumerable<int> ApplyAsync(RetentionTerms terms, DateTimeOffset now, [EnumeratorCancellation] CancellationToken ct)
    {
        while (await batch(terms, now, ct) is > 0 and var done)
        {
            yield return done;
            ct.ThrowIfCancellationRequested();
        }
    }

    /// <summary>The lines whose rows are deleted, or blanked, as they are.</summary>
    public static IReadOnlyList<Func<PortalDb, BatchLine>> All { get; } =
    [
        // By the owner of the schema, in functions that ask the terms themselves.
        db => new(RetentionRule.Spam, (_, at, ct) => db.CountSpamRequestsAsync(at, ct), (_, now, ct) => db.DeleteSpamRequestsAsync(now, ct)),
        db => new(RetentionRule.SecurityLog, (_, at, ct) => db.CountSecurityEventsAsync(at, ct), (_, now, ct) => db.DeleteSecurityEventsAsync(now, ct)),
        db => new(RetentionRule.BusinessAudit, (_, at, ct) => db.CountAuditToPseudonymiseAsync(at, ct), (_, now, ct) => db.PseudonymiseAuditAsync(now, ct)),

        db => new(
            RetentionRule.Outbox,
            (terms, at, ct) => db.MessagesToBlank(terms, at).CountAsync(ct),
            (terms, now, ct) => db.MessagesToBlank(terms, now).OrderBy(message => message.CreatedAt).ThenBy(message => message.Id).Take(BatchDeletion.Size)
                .ExecuteUpdateAsync(set => set.SetProperty(message => message.Recipient, (string?)null).SetProperty(message => message.LastError, (string?)null), ct)),
        db => Deleting(RetentionRule.ErasureReasons, (terms, at) => db.ErasureReasons(terms, at).OrderBy(note => note.Id)),
        db => Deleting(RetentionRule.SheetReports, (terms, at) => db.PastSheetReports(terms, at).OrderBy(report => report.Id)),
        db => Deleting(RetentionRule.FactorResets, (terms, at) => db.PastFactorResets(terms, at).OrderBy(reset => reset.Id)),
        db => new(
            RetentionRule.Invitations,
            async (terms, at, ct) => await db.PastInvitations(terms, at).CountAsync(ct) + await db.PastAddressChanges(terms, at).CountAsync(ct),
            async (terms, now, ct) => await db.PastInvitations(terms, now).OrderBy(invitation => invitation.Id).Take(BatchDeletion.Size).ExecuteDeleteAsync(ct)
                + await db.PastAddressChanges(terms, now).OrderBy(change => change.Id).Take(BatchDeletion.Size).ExecuteDeleteAsync(ct)),
    ];

    private static BatchLine Deleting<TRow>(RetentionRule rule, Func<RetentionTerms, DateTimeOffset, IOrderedQueryable<TRow>> due) =>
        new(rule, (terms, at, ct) => due(terms, at).CountAsync(ct), (terms, now, ct) => due(terms, now).Take(BatchDeletion.Size).ExecuteDeleteAsync(ct));
}
