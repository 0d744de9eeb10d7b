using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace PlusPortal.Data.Limits;

/// <summary>
/// Counts in PostgreSQL what may be done so often in a window, for all nodes together (docs/adr/0023). One command
/// each, which commits by itself unless it is told to stand or fall with a transaction.
/// </summary>
public sealed class LimitCounter(PortalDb db, TimeProvider clock)
{
    /// <summary>Counts one act and tells whether it may be done.</summary>
    public Task<LimitVerdict> CountAsync(LimitPurpose purpose, string subject, CountedLimit limit, CancellationToken ct) =>
        CountAsync([new LimitedAct(purpose, subject, limit)], ct);

    /// <summary>
    /// Counts an act under several limits and tells whether it may be done: only when all of them let it pass. Once one
    /// is reached nothing is counted, so that who is refused by one limit does not use up another, of somebody else.
    /// </summary>
    /// <remarks>Raw SQL because EF writes no ON CONFLICT. Rows are taken in one order, so that two never wait for each other.</remarks>
    /// <exception cref="InvalidOperationException">A transaction is open.</exception>
    public async Task<LimitVerdict> CountAsync(IReadOnlyList<LimitedAct> acts, CancellationToken ct)
    {
        if (db.Database.CurrentTransaction is not null) throw new InvalidOperationException("Count before the transaction begins, or with it (CountWithTransactionAsync): its rollback takes the count back.");
        return await AskAsync(acts, ct);
    }

    /// <summary>
    /// Counts within the transaction that is open: its rollback takes the count back. For what may turn out to have been
    /// done already; last in its transaction, since others who count the same wait for its end.
    /// </summary>
    public Task<LimitVerdict> CountWithTransactionAsync(IReadOnlyList<LimitedAct> acts, CancellationToken ct) =>
        db.Database.CurrentTransaction is null ? throw new InvalidOperationException("No transaction is open.") : AskAsync(acts, ct);

    private async Task<LimitVerdict> AskAsync(IReadOnlyList<LimitedAct> acts, CancellationToken ct)
    {
        var asked = new Asked(acts, clock.GetUtcNow());
        var counts = await db.Database.SqlQuery<Counted>(
            $"""
            with asked as (
                select * from unnest({asked.Purposes}, {asked.Subjects}, {asked.Starts}, {asked.Most}) with ordinality as one (purpose, subject, window_start, most, place)),
            spent as (
                select asked.place, known.count + 1 as count
                from asked join limit_counters known using (purpose, subject, window_start) where known.count >= asked.most),
            counted as (
                insert into limit_counters as known (purpose, subject, window_start, count)
                select purpose, subject, window_start, 1 from asked where not exists (select from spent) order by purpose, subject, window_start
                on conflict (purpose, subject, window_start) do update set count = known.count + 1
                returning known.purpose, known.subject, known.window_start, known.count)
            select place, count from spent
            union all
            select asked.place, counted.count from counted join asked using (purpose, subject, window_start)
            """).ToListAsync(ct);
        return asked.Judge(counts);
    }

    /// <summary>Forgets what was counted for a subject: after a success, for example.</summary>
    public Task ForgetAsync(LimitPurpose purpose, string subject, CancellationToken ct)
    {
        var hash = HashOf(purpose, subject);
        return db.LimitCounts.Where(count => count.Purpose == purpose && count.Subject == hash).ExecuteDeleteAsync(ct);
    }

    /// <summary>Under which bytes a subject is stored.</summary>
    public static byte[] HashOf(LimitPurpose purpose, string subject) => SHA256.HashData(Encoding.UTF8.GetBytes($"{purpose}/{subject}"));

    private sealed record Counted(long Place, int Count);

    private sealed class Asked(IReadOnlyList<LimitedAct> acts, DateTimeOffset now)
    {
        public string[] Purposes { get; } = [.. acts.Select(act => act.Purpose.ToString())];

        public byte[][] Subjects { get; } = [.. acts.Select(act => HashOf(act.Purpose, act.Subject))];

        public DateTimeOffset[] Starts { get; } = [.. acts.Select(act => act.Limit.WindowStart(now))];

        public int[] Most { get; } = [.. acts.Select(act => act.Limit.Requests)];

        /// <summary>The limit that makes one wait longest.</summary>
        public LimitVerdict Judge(List<Counted> counts) => counts
            .Select(counted => (Act: acts[(int)counted.Place - 1], counted.Count))
            .Where(counted => counted.Count > counted.Act.Limit.Requests)
            .Select(counted => new LimitVerdict(counted.Act.Purpose, counted.Act.Limit.WindowStart(now) + counted.Act.Limit.Window - now))
            .OrderByDescending(verdict => verdict.RetryAfter)
            .FirstOrDefault();
    }
}
