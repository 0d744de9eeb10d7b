using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Directory.Absences;

namespace PlusPortal.Data.Actors.Absences;

internal sealed class AbsenceConfiguration : IEntityTypeConfiguration<ActorAbsence>
{
    public void Configure(EntityTypeBuilder<ActorAbsence> builder)
    {
        builder.ToTable("actor_absences");
        builder.Property(absence => absence.Id).ValueGeneratedNever();
        builder.Property(absence => absence.From).HasColumnName("first_day");
        builder.Property(absence => absence.To).HasColumnName("last_day");
        builder.Property(absence => absence.SubstituteName).HasMaxLength(ActorAbsence.NameLength);
        builder.Property(absence => absence.SubstituteEmail).HasMaxLength(ActorAbsence.EmailLength);
        builder.Property(absence => absence.Version).IsRowVersion();
        builder.Ignore(absence => absence.Substitute);
        builder.HasOne<SupportActor>().WithMany().HasForeignKey(absence => absence.ActorId).OnDelete(DeleteBehavior.Cascade).HasConstraintName("fk_actor_absences_actor");

        // A second click on « Annoncer », and the order of the list.
        builder.HasIndex(absence => new { absence.ActorId, absence.From, absence.To }).IsUnique().HasDatabaseName(AbsenceQueries.SameDays);
        builder.HasIndex(absence => absence.To).HasDatabaseName("ix_actor_absences_last_day");
    }
}
