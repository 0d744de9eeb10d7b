using PlusPortal.Domain.Retention;

namespace PlusPortal.Web.Retention;

/// <summary>One line of what is kept how long. What it counts is what it does: both ask the same query.</summary>
public interface IRetentionLine
{
    /// <summary>Which line.</summary>
    RetentionRule Rule { get; }

    /// <summary>How many are past their term at an instant, and not done yet.</summary>
    Task<int> CountAsync(RetentionTerms terms, DateTimeOffset at, CancellationToken ct);

    /// <summary>Does what is past its term, in batches: how many each one did. Each is stored when it is told of, so that a run that ends between two loses nothing.</summary>
    IAsyncEnumerable<int> ApplyAsync(RetentionTerms terms, DateTimeOffset now, CancellationToken ct);
}
