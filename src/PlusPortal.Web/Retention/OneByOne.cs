using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;

namespace PlusPortal.Web.Retention;

/// <summary>
/// How a line, or another job, does what needs the rules of the domain: one after the other, each saved by itself. What somebody else saved in
/// between is left to the next run; what fails does not keep what comes after it, and is told at the end.
/// </summary>
public sealed class OneByOne(PortalDb db, ILogger<OneByOne> logger)
{
    /// <summary>How many are told of together.</summary>
    public const int Size = 20;

    /// <summary>Goes through what is due: how many were done of each batch.</summary>
    /// <param name="due">Identifiers of what is due.</param>
    /// <param name="act">Loads it as it stands now, judges it again, acts and saves; false when it is due no more.</param>
    /// <param name="ct">Cancellation, between two.</param>
    /// <exception cref="AggregateException">At the end: what failed.</exception>
    public async IAsyncEnumerable<int> DoAsync(IQueryable<Guid> due, Func<Guid, Task<bool>> act, [EnumeratorCancellation] CancellationToken ct)
    {
        List<Exception> failures = [];
        List<Guid> batch;
        var last = Guid.Empty;
        do
        {
            // Those that were left out must not come again: the next ones are behind the last.
            var after = last;
            batch = await due.Where(id => id > after).OrderBy(id => id).Take(Size).ToListAsync(ct);
            var done = 0;
            foreach (var id in batch)
            {
                ct.ThrowIfCancellationRequested();
                last = id;
                done += await TryAsync(id, act, failures, ct) ? 1 : 0;
            }

            if (done > 0) yield return done;
        }
        while (batch.Count == Size);

        if (failures.Count > 0) throw new AggregateException(failures);
    }

    private async Task<bool> TryAsync(Guid id, Func<Guid, Task<bool>> act, List<Exception> failures, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        try
        {
            return await act(id);
        }
        catch (DbUpdateException conflict) when (conflict.IsConflict)
        {
            logger.LogInformation("{Subject} changed while a job acted on it: left to the next run", id);
            return false;
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            logger.LogError(failure, "A job could not act on {Subject}", id);
            failures.Add(failure);
            return false;
        }
    }
}
