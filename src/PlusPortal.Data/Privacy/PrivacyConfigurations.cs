using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PlusPortal.Domain.Requests;

namespace PlusPortal.Data.Privacy;

// No foreign key: what is recorded of an erasure stands whether or not the request is there, as it may not be after a restore.
internal sealed class ErasureConfiguration : IEntityTypeConfiguration<Erasure>
{
    public void Configure(EntityTypeBuilder<Erasure> builder)
    {
        builder.ToTable("erasures");
        builder.HasKey(erasure => erasure.SubjectId);
        builder.Property(erasure => erasure.SubjectId).ValueGeneratedNever();
        builder.HasIndex(erasure => new { erasure.At, erasure.SubjectId }).HasDatabaseName("ix_erasures_at");
    }
}

internal sealed class ErasureRecordedConfiguration : IEntityTypeConfiguration<ErasureRecorded>
{
    public void Configure(EntityTypeBuilder<ErasureRecorded> builder)
    {
        builder.ToTable("erasures_recorded");
        builder.HasKey(recorded => recorded.SubjectId);
        builder.Property(recorded => recorded.SubjectId).ValueGeneratedNever();
    }
}

internal sealed class TransmissionConfiguration : IEntityTypeConfiguration<Transmission>
{
    public void Configure(EntityTypeBuilder<Transmission> builder)
    {
        builder.ToTable("transmissions");
        builder.Property(transmission => transmission.Id).ValueGeneratedNever();
        builder.PrimitiveCollection(transmission => transmission.Fields).ElementType().HasMaxLength(Transmission.FieldLength);
        builder.HasOne<OrientationRequest>().WithMany().HasForeignKey(transmission => transmission.RequestId)
            .OnDelete(DeleteBehavior.Cascade).HasConstraintName("fk_transmissions_request");
        builder.HasIndex(transmission => new { transmission.RequestId, transmission.At, transmission.Id }).HasDatabaseName("ix_transmissions_request");
    }
}
