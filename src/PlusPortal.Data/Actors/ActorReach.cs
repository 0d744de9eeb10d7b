using Microsoft.EntityFrameworkCore;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Data.Actors;

/// <summary>How an actor can be told about a request.</summary>
/// <param name="ActorId">The actor.</param>
/// <param name="Name">Its public name.</param>
/// <param name="HasAccount">Whether a partner who can sign in answers for it.</param>
/// <param name="HasCheckedAddress">Whether staff have checked an address and the record is no longer unverified.</param>
/// <param name="IsActive">Whether it is in the directory.</param>
public sealed record ActorReach(Guid ActorId, string Name, bool HasAccount, bool HasCheckedAddress, bool IsActive)
{
    /// <summary>Whether the portal can tell it; otherwise staff do, by themselves.</summary>
    public bool IsReachable => HasAccount || HasCheckedAddress;
}

/// <summary>Reads of the reach of actors.</summary>
public static class ActorReachQueries
{
    extension(PortalDb db)
    {
        /// <summary>Reach of these actors, in one command.</summary>
        public async Task<Dictionary<Guid, ActorReach>> ReachOfAsync(IReadOnlyCollection<Guid> actorIds, CancellationToken ct) =>
            await db.SupportActors.AsNoTracking().Where(actor => actorIds.Contains(actor.Id))
                .Select(actor => new ActorReach(
                    actor.Id,
                    actor.Name,
                    db.Users.Any(user => user.SupportActorId == actor.Id && !user.IsDisabled),
                    actor.ContactEmail != null && actor.Verification != VerificationStatuses.NonVerifiee,
                    actor.IsActive))
                .ToDictionaryAsync(reach => reach.ActorId, ct);
    }
}
