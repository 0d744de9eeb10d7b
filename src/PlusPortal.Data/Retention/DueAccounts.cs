using Microsoft.EntityFrameworkCore;
using PlusPortal.Data.Access;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Outbox;
using PlusPortal.Data.People;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.People;
using PlusPortal.Domain.Retention;

namespace PlusPortal.Data.Retention;

/// <summary>Accounts and what leads to them that are past their term. The page counts what the job does: by these queries.</summary>
public static class DueAccounts
{
    extension(PortalDb db)
    {
        /// <summary>Accounts that nobody has used since before an instant: neither signed in nor looked at a page, and made before it.</summary>
        public IQueryable<PortalUser> UnusedSince(DateTimeOffset before) => db.Users.Where(user => user.AnonymisedAt == null
            && user.CreatedAt <= before && (user.LastSignInAt == null || user.LastSignInAt <= before) && !db.Set<Session>().Any(session => session.UserId == user.Id && session.LastSeenAt > before));

        /// <summary>When an account was last used; null when there is none.</summary>
        public async Task<DateTimeOffset?> LastUseAsync(Guid userId, CancellationToken ct)
        {
            var found = await db.Users.Where(user => user.Id == userId)
                .Select(user => new { user.CreatedAt, user.LastSignInAt, Seen = db.Set<Session>().Where(session => session.UserId == user.Id).Max(session => (DateTimeOffset?)session.LastSeenAt) })
                .SingleOrDefaultAsync(ct);
            return found is null ? null : new[] { found.CreatedAt, found.LastSignInAt ?? found.CreatedAt, found.Seen ?? found.CreatedAt }.Max();
        }

        /// <summary>Accounts whose people have to be told that they will be removed, and were not told since they were last used.</summary>
        public IQueryable<PortalUser> AccountsToTell(RetentionTerms terms, DateTimeOffset at)
        {
            var notices = db.NoticesSinceLastUse();
            return db.UnusedSince(terms.UnusedBefore(at.AddDays(terms.UnusedAccountNoticeDays))).Where(user => user.Email != null && !notices.Any(notice => notice.UserId == user.Id));
        }

        /// <summary>
        /// Accounts to remove. The notice to somebody who can sign in has left, as many days ago as it promised; that to an account without
        /// access, which was told when it lost it, was tried then. One that was parted from its address can be told no more.
        /// </summary>
        public IQueryable<PortalUser> AccountsToRemove(RetentionTerms terms, DateTimeOffset at)
        {
            var (before, told) = (terms.UnusedBefore(at), at.AddDays(-terms.UnusedAccountNoticeDays));
            var (notices, last) = (db.NoticesSinceLastUse(), db.LastOnes(before));
            return db.UnusedSince(before).Where(user => !last.Contains(user.Id) && (user.Email == null || notices.Any(notice => notice.UserId == user.Id
                && (user.IsDisabled ? notice.State != OutboxState.Pending && notice.QueuedAt <= told : notice.State == OutboxState.Sent && notice.SentAt <= told))));
        }

        /// <summary>Accounts that stay past their term, because nobody could take their place; told of with the notice.</summary>
        public IQueryable<PortalUser> AccountsKept(RetentionTerms terms, DateTimeOffset at)
        {
            var before = terms.UnusedBefore(at.AddDays(terms.UnusedAccountNoticeDays));
            var last = db.LastOnes(before);
            return db.UnusedSince(before).Where(user => last.Contains(user.Id));
        }

        /// <summary>Invitations that were accepted, withdrawn or have expired for as long as an account may stay unused: nobody came by them.</summary>
        public IQueryable<Invitation> PastInvitations(RetentionTerms terms, DateTimeOffset at)
        {
            var before = terms.UnusedBefore(at);
            return db.Invitations.Where(invitation => (invitation.AcceptedAt ?? invitation.WithdrawnAt ?? invitation.ExpiresAt) <= before);
        }

        /// <summary>Changes of address that have been over for as long: they hold two addresses.</summary>
        public IQueryable<AddressChange> PastAddressChanges(RetentionTerms terms, DateTimeOffset at)
        {
            var before = terms.UnusedBefore(at);
            return db.AddressChanges.Where(change => change.ExpiresAt <= before);
        }

        /// <summary>Notices to people since their accounts were last used. An access that PLUS gave back since is told again: the person has its days anew.</summary>
        private IQueryable<UnusedNotice> NoticesSinceLastUse() =>
            from notice in db.Outbox
            where notice.Kind == MailKind.AccountUnused
            from user in db.Users
            where user.Id == notice.SubjectId && notice.CreatedAt > user.CreatedAt && (user.LastSignInAt == null || notice.CreatedAt > user.LastSignInAt)
                && !db.Set<Session>().Any(session => session.UserId == user.Id && session.LastSeenAt >= notice.CreatedAt)
                && !db.Set<OutboxMessage>().Any(restored => restored.SubjectId == user.Id && restored.Kind == MailKind.AccessRestored && restored.CreatedAt >= notice.CreatedAt)
            select new UnusedNotice { UserId = user.Id, State = notice.State, QueuedAt = notice.CreatedAt, SentAt = notice.SentAt };

        /// <summary>Administrators, and managers of an actor, beside whom no other has used its account since: however many are unused, none of them goes.</summary>
        private IQueryable<Guid> LastOnes(DateTimeOffset before)
        {
            var unused = db.UnusedSince(before).Select(user => user.Id);
            var (administrators, managers) = (db.ActiveWith(PortalRoles.Administrator), db.ActiveWith(PortalRoles.PartnerManager));
            return administrators.Where(_ => !administrators.Any(other => !unused.Contains(other.Id))).Select(user => user.Id)
                .Union(managers.Where(user => !managers.Any(other => other.SupportActorId == user.SupportActorId && !unused.Contains(other.Id))).Select(user => user.Id));
        }
    }

    /// <summary>What became of a notice.</summary>
    private sealed record UnusedNotice
    {
        public required Guid UserId { get; init; }

        public required OutboxState State { get; init; }

        public required DateTimeOffset QueuedAt { get; init; }

        public required DateTimeOffset? SentAt { get; init; }
    }
}
