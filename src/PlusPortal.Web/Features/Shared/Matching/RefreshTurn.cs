using System.Diagnostics;

namespace PlusPortal.Web.Features.Shared.Matching;

/// <summary>
/// One reader at a time reads again what all share. Those who waited for a turn that failed fail with it: before a
/// database that hangs, the tenth in the queue would wait ten times as long as the first.
/// </summary>
internal sealed class RefreshTurn : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private volatile Failed? last;

    /// <summary>Reads in turn; null at once when somebody else reads and the caller need not wait.</summary>
    /// <exception cref="TurnFailedException">The turn that the caller waited for has failed.</exception>
    public async Task<T?> RunAsync<T>(Func<Task<T>> read, bool mustWait, CancellationToken ct)
        where T : class
    {
        var arrivedAt = Stopwatch.GetTimestamp();
        if (!await turn.WaitAsync(mustWait ? Timeout.InfiniteTimeSpan : TimeSpan.Zero, ct)) return null;
        try
        {
            if (last is { } failed && failed.EndedAt > arrivedAt) throw new TurnFailedException(failed.Cause);
            return await read();
        }
        catch (Exception failure) when (failure is not TurnFailedException && !ct.IsCancellationRequested)
        {
            last = new Failed(Stopwatch.GetTimestamp(), failure);
            throw;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => turn.Dispose();

    private sealed record Failed(long EndedAt, Exception Cause);
}

/// <summary>What several waited for could not be read.</summary>
internal sealed class TurnFailedException(Exception cause) : Exception("What is shared could not be read by the one who had the turn.", cause);
