using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PlusPortal.Data;
using PlusPortal.Data.Audit;

namespace PlusPortal.Web.Security.Audit;

/// <summary>
/// The one writer of the audit, outside every unit of work: what happened is kept even when the page failed, and a page that
/// only reads tells who read it without writing anything itself. Pages put lines in and never wait; <see cref="AuditWriter"/> stores
/// them. Source: docs/adr/0026.
/// </summary>
public sealed class AuditQueue(IServiceScopeFactory scopes, ILogger<AuditQueue> logger) : IDisposable
{
    /// <summary>Most lines that wait, while the database is away or a flood comes in; those after are counted and lost.</summary>
    public const int Capacity = 20_000;

    private const int BatchSize = 1_000;

    private readonly Channel<AuditEvent> waiting = Channel.CreateBounded<AuditEvent>(Capacity);
    private readonly SemaphoreSlim oneAtATime = new(1);

    /// <summary>What is being stored; after a failure the same lines again, since the database may have taken them without saying so.</summary>
    private IReadOnlyList<AuditEvent> unsaved = [];
    private long lost;

    /// <summary>Lines that wait, at most those.</summary>
    public int Waiting => waiting.Reader.Count;

    /// <summary>Lines that were lost since they were last told.</summary>
    public long Lost => Interlocked.Read(ref lost);

    /// <summary>Takes a line, at once. When too many wait it is counted as lost: what the portal does matters more.</summary>
    public void Add(AuditEvent line)
    {
        if (!waiting.Writer.TryWrite(line)) Interlocked.Increment(ref lost);
    }

    /// <summary>Waits until there is something to store.</summary>
    public async Task AwaitAsync(CancellationToken ct) => await waiting.Reader.WaitToReadAsync(ct);

    /// <summary>Stores everything that waits. When it fails, what was not stored waits for the next time.</summary>
    public async Task FlushAsync(CancellationToken ct)
    {
        await oneAtATime.WaitAsync(ct);
        try
        {
            do
            {
                if (unsaved.Count == 0) unsaved = Collapsed(Take());
                await StoreAsync(ct);
                unsaved = [];
            }
            while (waiting.Reader.Count > 0);
            TellLost();
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => oneAtATime.Dispose();

    /// <summary>Equal lines of one minute are one with a number: a flood of refusals does not become a flood of rows, not even after an outage.</summary>
    private static IReadOnlyList<AuditEvent> Collapsed(IEnumerable<AuditEvent> lines) =>
    [
        .. from line in lines
           group line by (line.Kind, line.Area, line.ActorId, line.Client, line.Route, line.TargetKind, line.Target, line.RequestId, Minute: line.At.UtcTicks / TimeSpan.TicksPerMinute) into equal
           let first = equal.First()
           select new AuditEvent
           {
               Id = first.Id, At = first.At, Kind = first.Kind, Area = first.Area, ActorId = first.ActorId, Client = first.Client, Route = first.Route,
               TargetKind = first.TargetKind, Target = first.Target, RequestId = first.RequestId, Times = equal.Sum(line => line.Times),
           },
    ];

    private List<AuditEvent> Take()
    {
        var batch = new List<AuditEvent>();
        while (batch.Count < BatchSize && waiting.Reader.TryRead(out var line)) batch.Add(line);
        return batch;
    }

    private async Task StoreAsync(CancellationToken ct)
    {
        if (unsaved.Count == 0) return;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
            db.Database.WaitPatiently();
            var ids = unsaved.Select(line => line.Id).ToList();
            var stored = (await db.AuditEvents.Where(line => ids.Contains(line.Id)).Select(line => line.Id).ToListAsync(ct)).ToHashSet();
            db.AuditEvents.AddRange(unsaved.Where(line => !stored.Contains(line.Id)));
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException refusal) when (refusal.InnerException is PostgresException { IsTransient: false } reason)
        {
            // It would be refused each time, and hold up whatever comes after.
            Interlocked.Add(ref lost, unsaved.Sum(line => line.Times));
            logger.LogError("The database refused {Count} lines of the audit: {SqlState}", unsaved.Count, reason.SqlState);
        }
    }

    private void TellLost()
    {
        if (Interlocked.Exchange(ref lost, 0) is > 0 and var count) logger.LogError("{Count} lines of the audit were lost; those of security stand in this log", count);
    }
}
