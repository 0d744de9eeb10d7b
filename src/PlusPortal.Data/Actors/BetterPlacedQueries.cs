using Microsoft.EntityFrameworkCore;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Requests.Declarations;

namespace PlusPortal.Data.Actors;

/// <summary>An actor that others named as better placed.</summary>
/// <param name="Id">The actor.</param>
/// <param name="Name">Its name.</param>
/// <param name="Times">How many times.</param>
/// <param name="By">By how many actors.</param>
/// <param name="LastAt">When it was last named.</param>
public sealed record NamedActor(Guid Id, string Name, int Times, int By, DateTimeOffset? LastAt);

/// <summary>One refusal that names an actor.</summary>
/// <param name="ReferralId">The referral.</param>
/// <param name="At">When.</param>
/// <param name="ByName">Name of the actor that declined.</param>
/// <param name="Reference">Reference of the request.</param>
/// <param name="Declared">What it declares: the commune alone is shown.</param>
/// <param name="Correction">What staff corrected.</param>
/// <param name="Themes">Themes in force.</param>
public sealed record Naming(Guid ReferralId, DateTimeOffset At, string ByName, string Reference, Declaration Declared, Correction? Correction, IReadOnlyList<string> Themes);

/// <summary>Reads of who was named better placed. A request that was made anonymous names nobody any more.</summary>
public static class BetterPlacedQueries
{
    extension(PortalDb db)
    {
        /// <summary>Actors that others named, by name, after a cursor.</summary>
        public Task<List<NamedActor>> NamedActorsAsync(ListCursor? after, int count, CancellationToken ct)
        {
            var referrals = db.Referrals;
            IQueryable<SupportActor> actors = db.SupportActors.AsNoTracking().Where(actor => referrals.Any(referral => referral.BetterActorId == actor.Id));
            if (after is { } cursor) actors = actors.Where(actor => actor.Name.CompareTo(cursor.Value) > 0 || (actor.Name == cursor.Value && actor.Id > cursor.Id));
            return actors.OrderBy(actor => actor.Name).ThenBy(actor => actor.Id).Take(count)
                .Select(actor => new NamedActor(
                    actor.Id,
                    actor.Name,
                    referrals.Count(referral => referral.BetterActorId == actor.Id),
                    referrals.Where(referral => referral.BetterActorId == actor.Id).Select(referral => referral.ActorId).Distinct().Count(),
                    referrals.Where(referral => referral.BetterActorId == actor.Id).Max(referral => referral.AnsweredAt)))
                .ToListAsync(ct);
        }

        /// <summary>The refusals that name an actor, the latest first, after a cursor.</summary>
        public Task<List<Naming>> NamingsOfAsync(Guid actorId, ListCursor? after, int count, CancellationToken ct)
        {
            var namings = db.Referrals.AsNoTracking().Where(referral => referral.BetterActorId == actorId && referral.AnsweredAt != null);
            if (after is { Instant: { } at } cursor) namings = namings.Where(referral => referral.AnsweredAt < at || (referral.AnsweredAt == at && referral.Id < cursor.Id));
            return namings.OrderByDescending(referral => referral.AnsweredAt).ThenByDescending(referral => referral.Id).Take(count)
                .Select(referral => new Naming(
                    referral.Id,
                    referral.AnsweredAt!.Value,
                    db.SupportActors.Where(actor => actor.Id == referral.ActorId).Select(actor => actor.Name).First(),
                    referral.Request!.Reference,
                    referral.Request.Declared,
                    referral.Request.Correction,
                    referral.Request.Themes))
                .ToListAsync(ct);
        }
    }
}
