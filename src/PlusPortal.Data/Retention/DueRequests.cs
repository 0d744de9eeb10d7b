using Microsoft.EntityFrameworkCore;
using PlusPortal.Data.Outbox;
using PlusPortal.Data.Requests;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Requests.Timelines;
using PlusPortal.Domain.Retention;

namespace PlusPortal.Data.Retention;

/// <summary>Requests and drafts that are past their term. The page counts what the job does: by these queries.</summary>
public static class DueRequests
{
    extension(PortalDb db)
    {
        /// <summary>Drafts whose life is over.</summary>
        public IQueryable<RequestDraft> PastDrafts(DateTimeOffset at) => db.RequestDrafts.Where(draft => draft.ExpiresAt < at);

        /// <summary>Open requests whose last event is too long ago. The question is asked once a silence: it is an event itself.</summary>
        public IQueryable<OrientationRequest> DormantRequests(RetentionTerms terms, DateTimeOffset at)
        {
            var before = at.AddMonths(-terms.DormantMonths);
            return db.OrientationRequests.Where(request => request.Status != RequestStatus.Closed && db.Set<TimelineEvent>().Any(last =>
                last.RequestId == request.Id && last.Number == request.LastEventNumber && last.At <= before && last.Kind != EventKind.DormantNoticed));
        }

        /// <summary>Requests whose last end is long ago enough, and that still say who asked.</summary>
        public IQueryable<OrientationRequest> RequestsToAnonymise(RetentionTerms terms, DateTimeOffset at)
        {
            var before = at.AddMonths(-terms.ClosedRequestMonths);
            return db.OrientationRequests.Where(request => request.Status == RequestStatus.Closed && request.ClosedAt <= before && request.AnonymisedAt == null);
        }

        /// <summary>Messages that still say to whom they went, or why they did not.</summary>
        public IQueryable<OutboxMessage> MessagesToBlank(RetentionTerms terms, DateTimeOffset at)
        {
            var before = at.AddMonths(-terms.OutboxMonths);
            return db.Outbox.Where(message => message.CreatedAt <= before && (message.Recipient != null || message.LastError != null));
        }
    }
}
