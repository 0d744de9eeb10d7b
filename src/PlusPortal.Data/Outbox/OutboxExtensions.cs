using Microsoft.EntityFrameworkCore;
using PlusPortal.Domain.Announcements;

namespace PlusPortal.Data.Outbox;

/// <summary>How use-cases queue an e-mail.</summary>
public static class OutboxExtensions
{
    extension(PortalDb db)
    {
        /// <summary>E-mails to send.</summary>
        public DbSet<OutboxMessage> Outbox => db.Set<OutboxMessage>();

        /// <summary>Ends this transaction without waiting for the disk: a message that is queued, and one that is taken back because nobody is known, then take the same time. A crash in that moment loses the message, which is asked for again.</summary>
        public Task DoNotAwaitDiskAsync(CancellationToken ct) => db.Database.ExecuteSqlAsync($"set local synchronous_commit to off", ct);
    }

    extension(DbSet<OutboxMessage> outbox)
    {
        /// <summary>Adds a message to the current unit of work.</summary>
        /// <param name="kind">What to send.</param>
        /// <param name="subjectId">Request, referral, draft or revision.</param>
        /// <param name="occurrence">Tells apart two messages of one kind about one subject: the number of the timeline event, for example.</param>
        /// <param name="now">Current time.</param>
        /// <param name="recipient">The address, only where nothing else will know it any more.</param>
        /// <param name="heldUntil">Until when it waits, because its cause may still be taken back.</param>
        /// <param name="followerId">Who follows the request and is told so too; null for everybody else.</param>
        public void Enqueue(MailKind kind, Guid subjectId, string occurrence, DateTimeOffset now, string? recipient = null, DateTimeOffset? heldUntil = null, Guid? followerId = null) => outbox.Add(new OutboxMessage
        {
            Id = Guid.CreateVersion7(now),
            Kind = kind,
            SubjectId = subjectId,
            DeduplicationKey = $"{kind}/{subjectId:N}/{occurrence}{(followerId is { } follower ? $"/{follower:N}" : "")}",
            FollowerId = followerId,
            CreatedAt = now,
            NextAttemptAt = heldUntil ?? now,
            Recipient = recipient,
        });
    }
}
