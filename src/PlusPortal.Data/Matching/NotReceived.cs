using Microsoft.EntityFrameworkCore;

namespace PlusPortal.Data.Matching;

/// <summary>How many requests did not come to an actor for one reason. No request can be told from it.</summary>
/// <param name="Criterion">Criterion that excluded the actor; null when none did.</param>
/// <param name="Rank">1 when the actor was among the first three, 2 when further down; null when it was not proposed.</param>
/// <param name="Count">How many requests.</param>
public sealed record NotReceivedCount(string? Criterion, int? Rank, int Count);

/// <summary>Counts over stored results, for « pourquoi pas moi ».</summary>
public static class NotReceivedQueries
{
    /// <summary>Most requests that are looked at, the latest.</summary>
    public const int MostRequests = 2_000;

    extension(PortalDb db)
    {
        /// <summary>Requests sent since then that PLUS has dealt with (told to an actor, or ended) and that this actor was never told about, counted by reason.</summary>
        /// <remarks>SQL by hand because EF cannot look into the stored results without loading them.</remarks>
        public Task<List<NotReceivedCount>> CountNotReceivedAsync(Guid actorId, DateTimeOffset since, CancellationToken ct)
        {
            var actor = actorId.ToString();
            return db.Database.SqlQuery<NotReceivedCount>(
                $"""
                select criterion, rank, count(*)::int as count
                from (
                    select
                        (select entry ->> 'criterion' from jsonb_array_elements(request.matching -> 'excluded') as entry where entry ->> 'actorId' = {actor} limit 1) as criterion,
                        (select case when (entry ->> 'rank')::int <= 3 then 1 else 2 end from jsonb_array_elements(request.matching -> 'proposals') as entry where entry ->> 'actorId' = {actor} limit 1) as rank
                    from (
                        select matching, id, status
                        from orientation_requests
                        where submitted_at >= {since} and matching is not null and not ('indesirable' = any (signal_codes))
                        order by submitted_at desc, id desc
                        limit {MostRequests}
                    ) as request
                    where (request.status = 'Closed' or exists (select from referrals where request_id = request.id and sent_at is not null))
                        and not exists (select from referrals where request_id = request.id and actor_id = {actorId} and sent_at is not null)
                ) as reason
                group by criterion, rank
                """).ToListAsync(ct);
        }
    }
}
