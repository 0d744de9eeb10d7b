using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PlusPortal.Domain.Requests.Declarations;

namespace PlusPortal.Data.Outbox;

internal sealed class OutboxMessageConfiguration : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("outbox_messages");
        builder.Property(message => message.Id).ValueGeneratedNever();
        builder.Ignore(message => message.EventNumber);
        builder.Property(message => message.DeduplicationKey).HasMaxLength(OutboxMessage.KeyLength);
        builder.Property(message => message.Recipient).HasMaxLength(Contact.EmailLength);
        builder.Property(message => message.LastError).HasMaxLength(OutboxMessage.ErrorLength);
        builder.HasIndex(message => message.DeduplicationKey).IsUnique().HasDatabaseName(SaveConflicts.MailKey);
        builder.HasIndex(message => message.NextAttemptAt).HasFilter("state = 'Pending'").HasDatabaseName("ix_outbox_messages_pending");
        builder.HasIndex(message => new { message.SubjectId, message.CreatedAt }).HasDatabaseName("ix_outbox_messages_subject");

        // What the retention still has to take an address out of.
        builder.HasIndex(message => message.CreatedAt).HasFilter("recipient is not null or last_error is not null").HasDatabaseName("ix_outbox_messages_to_blank");
        builder.HasIndex(message => new { message.State, message.CreatedAt, message.Id }).HasDatabaseName("ix_outbox_messages_state");
    }
}
