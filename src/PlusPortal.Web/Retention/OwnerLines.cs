using System.Runtime.CompilerServices;
using PlusPortal.Data;
using PlusPortal.Data.Retention;
using PlusPortal.Domain.Retention;

namespace PlusPortal.Web.Retention;

/// <summary>Unwanted requests that no actor had: deleted whole, by the owner of the schema.</summary>
public sealed class SpamLine(PortalDb db) : IRetentionLine
{
    /// <inheritdoc />
    public RetentionRule Rule => RetentionRule.Spam;

    /// <inheritdoc />
    public Task<int> CountAsync(RetentionTerms terms, DateTimeOffset at, CancellationToken ct) => db.CountSpamRequestsAsync(at, ct);

    /// <inheritdoc />
    public IAsyncEnumerable<int> ApplyAsync(RetentionTerms terms, DateTimeOffset now, CancellationToken ct) => Batches.UntilEmptyAsync(stop => db.DeleteSpamRequestsAsync(now, stop), ct);
}

/// <summary>The security log: deleted.</summary>
public sealed class SecurityLogLine(PortalDb db) : IRetentionLine
{
    /// <inheritdoc />
    public RetentionRule Rule => RetentionRule.SecurityLog;

    /// <inheritdoc />
    public Task<int> CountAsync(RetentionTerms terms, DateTimeOffset at, CancellationToken ct) => db.CountSecurityEventsAsync(at, ct);

    /// <inheritdoc />
    public IAsyncEnumerable<int> ApplyAsync(RetentionTerms terms, DateTimeOffset now, CancellationToken ct) => Batches.UntilEmptyAsync(stop => db.DeleteSecurityEventsAsync(now, stop), ct);
}

/// <summary>The business audit: an account, an act and an instant stay.</summary>
public sealed class BusinessAuditLine(PortalDb db) : IRetentionLine
{
    /// <inheritdoc />
    public RetentionRule Rule => RetentionRule.BusinessAudit;

    /// <inheritdoc />
    public Task<int> CountAsync(RetentionTerms terms, DateTimeOffset at, CancellationToken ct) => db.CountAuditToPseudonymiseAsync(at, ct);

    /// <inheritdoc />
    public IAsyncEnumerable<int> ApplyAsync(RetentionTerms terms, DateTimeOffset now, CancellationToken ct) => Batches.UntilEmptyAsync(stop => db.PseudonymiseAuditAsync(now, stop), ct);
}

/// <summary>How a line goes on until nothing is left.</summary>
internal static class Batches
{
    /// <summary>A batch after another, until one finds nothing.</summary>
    public static async IAsyncEnumerable<int> UntilEmptyAsync(Func<CancellationToken, Task<int>> batch, [EnumeratorCancellation] CancellationToken ct)
    {
        while (await batch(ct) is > 0 and var done)
        {
            yield return done;
            ct.ThrowIfCancellationRequested();
        }
    }
}
