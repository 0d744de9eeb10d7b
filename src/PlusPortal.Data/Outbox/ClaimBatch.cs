using Microsoft.EntityFrameworkCore;

namespace PlusPortal.Data.Outbox;

/// <summary>Takes messages to send so that no other dispatcher takes the same ones.</summary>
public static class ClaimBatch
{
    extension(PortalDb db)
    {
        /// <summary>
        /// Claims the messages that are due, the longest due first: each is pushed forward by the lease and its attempt
        /// is counted at once, so that a message which kills the process is not tried for ever. Commits by itself.
        /// </summary>
        /// <remarks>Raw SQL because EF writes neither FOR UPDATE SKIP LOCKED nor UPDATE … RETURNING.</remarks>
        /// <param name="size">Most messages to take.</param>
        /// <param name="now">Current time.</param>
        /// <param name="leaseUntil">Until when nobody else takes them; later than the slowest batch.</param>
        /// <param name="ct">Stops the claim.</param>
        public async Task<IReadOnlyList<OutboxMessage>> ClaimOutboxAsync(int size, DateTimeOffset now, DateTimeOffset leaseUntil, CancellationToken ct)
        {
            var claimed = await db.Outbox.FromSql(
                $"""
                update outbox_messages set next_attempt_at = {leaseUntil}, attempts = attempts + 1
                where id in (
                    select id from outbox_messages
                    where state = 'Pending' and next_attempt_at <= {now}
                    order by next_attempt_at, id
                    limit {size}
                    for update skip locked)
                returning *
                """).AsNoTracking().ToListAsync(ct);
            return [.. claimed.OrderBy(message => message.Id)];
        }
    }
}
