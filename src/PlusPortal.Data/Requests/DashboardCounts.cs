using Microsoft.EntityFrameworkCore;
using PlusPortal.Data.Actors;
using PlusPortal.Data.Outbox;
using PlusPortal.Data.Requests.Satisfaction;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Requests.Satisfaction;

namespace PlusPortal.Data.Requests;

/// <summary>Figures of the landing page of staff. Each counts the list that its link shows.</summary>
public sealed record DashboardCounts(int Mine, int Unassigned, int Overdue, int WaitingForStructure, int WaitingForActor, int ByHand, int PendingRevisions, int CommentsToRead, int DeadMessages);

/// <summary>Figures of the landing page of observers: requests that are open, and the directory.</summary>
/// <remarks>Of those that wait, the part that waits for PLUS is not there: with the total, it would tell a small part that is hidden.</remarks>
public sealed record ObservedCounts(int Open, int Unassigned, int Overdue, int WaitingForStructure, int WaitingForActor, int ByHand, int Actors, int Offers, int PendingRevisions);

/// <summary>Reads the figures.</summary>
public static class DashboardCountQueries
{
    extension(PortalDb db)
    {
        /// <summary>All of them in one command.</summary>
        public async Task<DashboardCounts> DashboardCountsAsync(Guid me, DateOnly today, CancellationToken ct)
        {
            var open = new RequestQueueFilter();
            var messages = db.Outbox;
            var answers = db.SatisfactionAnswers;
            return await db.Database.SqlQuery<int>($"select 1 as \"Value\"").Select(_ => new DashboardCounts(
                db.InQueue(open).Count(request => request.AssigneeId == me),
                db.InQueue(open).Count(request => request.AssigneeId == null),
                db.InQueue(open).Count(request => request.NextDueOn < today),
                db.InQueue(open).Count(request => request.WaitsFor == WaitsFor.Structure),
                db.InQueue(open).Count(request => request.WaitsFor == WaitsFor.SupportActor),
                db.InQueue(open).Count(RequestQueue.IsByHandPending),
                db.OfferRevisions.Count(revision => revision.State == OfferRevisionState.Pending),
                answers.Count(answer => answer.CommentState == CommentState.ToRead),
                messages.Count(message => message.State == OutboxState.Dead))).SingleAsync(ct);
        }

        /// <summary>Those of observers, in one command.</summary>
        public async Task<ObservedCounts> ObservedCountsAsync(DateOnly today, CancellationToken ct)
        {
            var open = db.InQueue(new RequestQueueFilter());
            var actors = db.SupportActors.Public();
            var offers = db.SupportOffers.Public();
            return await db.Database.SqlQuery<int>($"select 1 as \"Value\"").Select(_ => new ObservedCounts(
                open.Count(),
                open.Count(request => request.AssigneeId == null),
                open.Count(request => request.NextDueOn < today),
                open.Count(request => request.WaitsFor == WaitsFor.Structure),
                open.Count(request => request.WaitsFor == WaitsFor.SupportActor),
                open.Count(RequestQueue.IsByHandPending),
                actors.Count(),
                offers.Count(),
                db.OfferRevisions.Count(revision => revision.State == OfferRevisionState.Pending))).SingleAsync(ct);
        }
    }
}
