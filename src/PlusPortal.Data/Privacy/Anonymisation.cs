using Microsoft.EntityFrameworkCore;
using PlusPortal.Data.Links;
using PlusPortal.Data.Outbox;
using PlusPortal.Data.Requests;
using PlusPortal.Data.Requests.Followers;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;

namespace PlusPortal.Data.Privacy;

/// <summary>Takes who asked out of a request, and out of every other row that holds something of it.</summary>
public static class Anonymisation
{
    extension(PortalDb db)
    {
        /// <summary>Erasures asked for.</summary>
        public DbSet<Erasure> Erasures => db.Set<Erasure>();

        /// <summary>Those that stand in the file outside the database.</summary>
        public DbSet<ErasureRecorded> ErasuresRecorded => db.Set<ErasureRecorded>();

        /// <summary>What actors were told.</summary>
        public DbSet<Transmission> Transmissions => db.Set<Transmission>();

        /// <summary>
        /// Makes a closed request anonymous with all that other rows hold of it: its private links and its draft are deleted, and no
        /// message about it leaves any more. Reads first what the act needs. Saved by the caller, with the rest of its work; messages
        /// of its own are queued afterwards.
        /// </summary>
        /// <param name="request">A tracked request, whatever was loaded of it.</param>
        /// <param name="by">Who.</param>
        /// <param name="now">Current time.</param>
        /// <param name="ct">Cancellation.</param>
        /// <exception cref="Domain.DomainRuleException">As <see cref="Acts.Anonymise"/>.</exception>
        public async Task AnonymiseAsync(OrientationRequest request, Author by, DateTimeOffset now, CancellationToken ct)
        {
            var entry = db.Entry(request);
            await entry.Collection(tracked => tracked.Referrals).LoadAsync(ct);
            await entry.Collection(tracked => tracked.Notes).LoadAsync(ct);
            await entry.Collection(tracked => tracked.Followers).LoadAsync(ct);
            var changes = await db.ContactAddressChanges.Where(change => change.RequestId == request.Id).ToListAsync(ct);
            var draftId = request.DraftId;
            Guid[] subjects = [request.Id, .. request.Referrals.Select(referral => referral.Id), .. request.Followers.Select(follower => follower.Id), .. changes.Select(change => change.Id)];
            request.Anonymise(by, now);

            // A second request of the same person that is being written, or was sent since, would tell whose this one was.
            var drafts = await db.RequestDrafts.Where(draft => draft.RequestId == request.Id || draft.Id == draftId || (draft.PrecededById == request.Id && draft.RequestId == null)).ToListAsync(ct);
            db.RequestDrafts.RemoveRange(drafts);
            foreach (var later in await db.OrientationRequests.Where(other => other.PrecededById == request.Id).ToListAsync(ct)) later.ForgetPreceding();
            db.ContactAddressChanges.RemoveRange(changes);
            Guid[] linked = [.. subjects, .. drafts.Select(draft => draft.Id)];
            db.AccessLinks.RemoveRange(await db.AccessLinks.Where(link => linked.Contains(link.SubjectId)).ToListAsync(ct));
            await DropMessagesAsync(db, linked, ct);
        }
    }

    /// <summary>Nothing that waits in the outbox finds an address any more; what has left keeps none.</summary>
    private static async Task DropMessagesAsync(PortalDb db, Guid[] subjects, CancellationToken ct)
    {
        foreach (var message in await db.Outbox.Where(message => subjects.Contains(message.SubjectId)).ToListAsync(ct))
        {
            if (message.State is OutboxState.Pending or OutboxState.Dead) message.State = OutboxState.Dropped;
            message.Recipient = null;
            message.LastError = null;
        }
    }
}
