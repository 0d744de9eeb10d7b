using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Requests;
using PlusPortal.Domain.Requests.Deadlines;
using PlusPortal.Web.Labels.Situations;

namespace PlusPortal.Web.Features.Admin.Requests.Queue;

/// <summary>What the lines of the queue wait for, in the words of the page of each request.</summary>
public static class QueueSituations
{
    extension(PortalDb db)
    {
        /// <summary>The first sentence of each request of a page, in two commands whatever its length.</summary>
        public async Task<IReadOnlyDictionary<Guid, string>> NextStepsAsync(RequestQueueSlice slice, PlusDay today, CancellationToken ct)
        {
            var ids = slice.Rows.Select(row => row.Id).ToList();
            if (ids.Count == 0) return new Dictionary<Guid, string>();
            var requests = await db.OrientationRequests.AsNoTracking().WithReferrals().Where(request => ids.Contains(request.Id)).ToListAsync(ct);
            var actorIds = requests.SelectMany(request => request.Referrals).Select(referral => referral.ActorId).Distinct().ToList();
            var actors = await db.SupportActors.Where(actor => actorIds.Contains(actor.Id)).Select(actor => new { actor.Id, actor.Name }).ToDictionaryAsync(actor => actor.Id, actor => actor.Name, ct);
            return requests.ToDictionary(
                request => request.Id,
                request => SituationReading.ForStaff(request, request.Referrals.ToDictionary(referral => referral.Id, referral => actors.GetValueOrDefault(referral.ActorId, "l’acteur")), today).Sentences[0]);
        }
    }
}
