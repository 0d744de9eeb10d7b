using Microsoft.EntityFrameworkCore;
using PlusPortal.Data.Outbox;
using PlusPortal.Data.People;
using PlusPortal.Data.Requests;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.People;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Requests.Timelines;
using PlusPortal.Domain.Retention;
using PlusPortal.Domain.Vocabulary;

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

        /// <summary>Requests whose last end is long ago enough, and that still say who asked; but for unwanted ones that no actor had, which are deleted.</summary>
        public IQueryable<OrientationRequest> RequestsToAnonymise(RetentionTerms terms, DateTimeOffset at)
        {
            var before = at.AddMonths(-terms.ClosedRequestMonths);
            return db.OrientationRequests.Where(request => request.Status == RequestStatus.Closed && request.ClosedAt <= before && request.AnonymisedAt == null
                && (request.ClosingReason != ClosingReasons.Indesirable || request.Referrals.Any(referral => referral.SentAt != null)));
        }

        /// <summary>Why staff erased requests whose end is long ago enough.</summary>
        public IQueryable<RequestNote> ErasureReasons(RetentionTerms terms, DateTimeOffset at)
        {
            var before = at.AddMonths(-terms.ClosedRequestMonths);
            return db.Set<RequestNote>().Where(note => note.Kind == NoteKind.ErasureReason && db.OrientationRequests.Any(request => request.Id == note.RequestId && request.ClosedAt <= before));
        }

        /// <summary>Errors of the directory that staff were done with long ago: in their own words readers may have named somebody.</summary>
        public IQueryable<SheetReport> PastSheetReports(RetentionTerms terms, DateTimeOffset at)
        {
            var before = at.AddMonths(-terms.ClosedRequestMonths);
            return db.SheetReports.Where(report => report.HandledAt <= before);
        }

        /// <summary>Second factors that were taken away long ago.</summary>
        public IQueryable<FactorReset> PastFactorResets(RetentionTerms terms, DateTimeOffset at)
        {
            var before = at.AddMonths(-terms.SecurityLogMonths);
            return db.FactorResets.Where(reset => reset.At <= before);
        }

        /// <summary>Messages that still say to whom they went, or why they did not. An address stands in a receipt alone, and no longer than it takes to send it.</summary>
        public IQueryable<OutboxMessage> MessagesToBlank(RetentionTerms terms, DateTimeOffset at)
        {
            var (before, sent) = (at.AddMonths(-terms.OutboxMonths), at.AddDays(-OutboxMessage.RecipientDays));
            return db.Outbox.Where(message => (message.Recipient != null || message.LastError != null) && (message.CreatedAt <= before || (message.Recipient != null && message.CreatedAt <= sent)));
        }
    }
}
