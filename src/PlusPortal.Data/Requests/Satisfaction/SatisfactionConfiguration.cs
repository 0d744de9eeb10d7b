using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Satisfaction;

namespace PlusPortal.Data.Requests.Satisfaction;

internal sealed class SatisfactionConfiguration : IEntityTypeConfiguration<SatisfactionAnswer>
{
    public void Configure(EntityTypeBuilder<SatisfactionAnswer> builder)
    {
        builder.ToTable("satisfaction_answers");
        builder.Property(answer => answer.Id).ValueGeneratedNever();
        builder.Property(answer => answer.Comment).HasMaxLength(SatisfactionAnswer.CommentLength);
        builder.HasOne<OrientationRequest>().WithMany().HasForeignKey(answer => answer.RequestId)
            .OnDelete(DeleteBehavior.Cascade).HasConstraintName("fk_satisfaction_answers_request");
        builder.HasIndex(answer => new { answer.RequestId, answer.Round, answer.Moment }).IsUnique().HasDatabaseName(SaveConflicts.SatisfactionMoment);
        builder.HasIndex(answer => new { answer.At, answer.Id }).HasFilter("comment_state = 'ToRead'").HasDatabaseName("ix_satisfaction_answers_to_read");
    }
}
