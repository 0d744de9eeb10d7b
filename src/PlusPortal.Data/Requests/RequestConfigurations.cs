using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PlusPortal.Data.Accounts;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Domain.Requests.Timelines;
using PlusPortal.Domain.Territory;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Data.Requests;

internal sealed class OrientationRequestConfiguration : IEntityTypeConfiguration<OrientationRequest>
{
    public void Configure(EntityTypeBuilder<OrientationRequest> builder)
    {
        builder.ToTable("orientation_requests");
        builder.Property(request => request.Id).ValueGeneratedNever();
        builder.Property(request => request.Reference).HasMaxLength(RequestReference.Length);
        builder.Property(request => request.Declared).IsJson();
        builder.Property(request => request.Correction).IsJson();
        builder.Property(request => request.Matching).IsJson();
        builder.Property(request => request.Masks).IsJson();
        builder.Property(request => request.TasksBehind).IsJson().HasDefaultValueSql("'[]'::jsonb");
        builder.Property(request => request.Stage).HasMaxLength(Term.CodeLength);
        builder.Property(request => request.SubStage).HasMaxLength(Term.CodeLength);
        builder.PrimitiveCollection(request => request.Themes).ElementType().HasMaxLength(Term.CodeLength);
        builder.PrimitiveCollection(request => request.SignalCodes).ElementType().HasMaxLength(Term.CodeLength);
        builder.Property(request => request.CommuneCode).HasMaxLength(CommuneCode.Length);
        builder.Property(request => request.Departement).HasMaxLength(3);
        builder.Property(request => request.ConsentTextVersion).HasMaxLength(Term.CodeLength);
        builder.Property(request => request.Summary).HasMaxLength(OrientationRequest.SummaryLength);
        builder.Property(request => request.ClosingReason).HasMaxLength(Term.CodeLength);
        builder.Property(request => request.Version).IsRowVersion();
        builder.ComplexProperty(request => request.Contact, contact =>
        {
            contact.Property(person => person.Name).HasMaxLength(Declaration.NameLength);
            contact.Property(person => person.Email).HasMaxLength(Contact.EmailLength);
            contact.Property(person => person.Phone).HasMaxLength(Contact.PhoneLength);
            contact.Property(person => person.Channel).HasMaxLength(Term.CodeLength);
            contact.Property(person => person.Slot).HasMaxLength(Term.CodeLength);
        });
        DuplicateQueries.Configure(builder);
        builder.HasMany(request => request.Referrals).WithOne(referral => referral.Request).HasForeignKey(referral => referral.RequestId)
            .OnDelete(DeleteBehavior.Cascade).HasConstraintName("fk_referrals_request");
        builder.HasMany(request => request.Timeline).WithOne().HasForeignKey(entry => entry.RequestId)
            .OnDelete(DeleteBehavior.Cascade).HasConstraintName("fk_timeline_events_request");
        builder.HasMany(request => request.Notes).WithOne().HasForeignKey(note => note.RequestId)
            .OnDelete(DeleteBehavior.Cascade).HasConstraintName("fk_request_notes_request");
        ClockConfigurations.Configure(builder);
        builder.HasOne<OrientationRequest>().WithMany().HasForeignKey(request => request.PrecededById)
            .OnDelete(DeleteBehavior.SetNull).HasConstraintName("fk_orientation_requests_preceded_by");
        builder.HasIndex(request => request.PrecededById).HasFilter("preceded_by_id is not null").HasDatabaseName("ix_orientation_requests_preceded_by");
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(request => request.AssigneeId)
            .OnDelete(DeleteBehavior.SetNull).HasConstraintName("fk_orientation_requests_assignee");
        builder.HasOne<OrientationRequest>().WithMany().HasForeignKey(request => request.DuplicateOfId)
            .OnDelete(DeleteBehavior.Restrict).HasConstraintName("fk_orientation_requests_duplicate_of");
        builder.HasIndex(request => request.Reference).IsUnique().HasDatabaseName("ux_orientation_requests_reference");
        builder.HasIndex(request => request.DraftId).IsUnique().HasFilter("draft_id is not null").HasDatabaseName("ux_orientation_requests_draft");
        builder.HasIndex(request => new { request.WaitingSince, request.Id }).HasFilter("status <> 'Closed'").HasDatabaseName("ix_orientation_requests_waiting_since");
        builder.HasIndex(request => new { request.Status, request.WaitingSince, request.Id }).HasDatabaseName("ix_orientation_requests_status");
        builder.HasIndex(request => new { request.AssigneeId, request.WaitingSince, request.Id }).HasDatabaseName("ix_orientation_requests_assignee");
        builder.HasIndex(request => new { request.SubmittedAt, request.Id }).HasDatabaseName("ix_orientation_requests_submitted_at");
        builder.HasIndex(request => request.DuplicateOfId).HasDatabaseName("ix_orientation_requests_duplicate_of");
    }
}

internal sealed class ReferralConfiguration : IEntityTypeConfiguration<Referral>
{
    public void Configure(EntityTypeBuilder<Referral> builder)
    {
        builder.ToTable("referrals");
        builder.Property(referral => referral.Id).ValueGeneratedNever();
        builder.Property(referral => referral.DeclineReason).HasMaxLength(Term.CodeLength);
        builder.Property(referral => referral.ReferralOutcome).HasMaxLength(Term.CodeLength);
        ClockConfigurations.Configure(builder);
        builder.HasOne<SupportActor>().WithMany().HasForeignKey(referral => referral.ActorId)
            .OnDelete(DeleteBehavior.Restrict).HasConstraintName("fk_referrals_actor");
        builder.HasOne<SupportOffer>().WithMany().HasForeignKey(referral => referral.OfferId)
            .OnDelete(DeleteBehavior.Restrict).HasConstraintName("fk_referrals_offer");
        builder.HasIndex(referral => referral.RequestId).HasDatabaseName("ix_referrals_request");
        builder.HasIndex(referral => new { referral.ActorId, referral.Status, referral.SentAt, referral.Id }).HasDatabaseName("ix_referrals_actor");
        builder.HasIndex(referral => new { referral.Status, referral.ExpiresOn }).HasDatabaseName("ix_referrals_expires_on");
        builder.HasIndex(referral => referral.OfferId).HasDatabaseName("ix_referrals_offer");

        // Who was named better placed, and when.
        builder.HasIndex(referral => new { referral.BetterActorId, referral.AnsweredAt, referral.Id }).HasFilter("better_actor_id is not null").HasDatabaseName("ix_referrals_better_actor");
    }
}

internal sealed class TimelineEventConfiguration : IEntityTypeConfiguration<TimelineEvent>
{
    public void Configure(EntityTypeBuilder<TimelineEvent> builder)
    {
        builder.ToTable("timeline_events");
        builder.HasKey(entry => new { entry.RequestId, entry.Number });
        builder.Property(entry => entry.Number).ValueGeneratedNever();
        builder.Property(entry => entry.ReasonCode).HasMaxLength(Term.CodeLength);
    }
}

internal sealed class RequestNoteConfiguration : IEntityTypeConfiguration<RequestNote>
{
    public void Configure(EntityTypeBuilder<RequestNote> builder)
    {
        builder.ToTable("request_notes");
        builder.Property(note => note.Id).ValueGeneratedNever();
        builder.Property(note => note.Text).HasMaxLength(RequestNote.TextLength);
        builder.HasIndex(note => new { note.RequestId, note.At }).HasDatabaseName("ix_request_notes_request");
    }
}

internal sealed class RequestDraftConfiguration : IEntityTypeConfiguration<RequestDraft>
{
    public void Configure(EntityTypeBuilder<RequestDraft> builder)
    {
        builder.ToTable("request_drafts");
        builder.Property(draft => draft.Id).ValueGeneratedNever();
        builder.Property(draft => draft.SecretHash).HasMaxLength(32);
        builder.Property(draft => draft.ResumeEmail).HasMaxLength(RequestDraft.EmailLength);
        builder.Property(draft => draft.Answers).HasColumnType("jsonb");
        builder.Property(draft => draft.Version).IsRowVersion();
        builder.HasIndex(draft => draft.ExpiresAt).HasDatabaseName("ix_request_drafts_expires_at");
        builder.HasIndex(draft => draft.PrecededById).HasFilter("preceded_by_id is not null").HasDatabaseName("ix_request_drafts_preceded_by");

        // Those that nobody has touched and whose person was not reminded yet.
        builder.HasIndex(draft => new { draft.UpdatedAt, draft.Id }).HasFilter("resume_email is not null and reminded_at is null and request_id is null").HasDatabaseName("ix_request_drafts_untouched");
    }
}
