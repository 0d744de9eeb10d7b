using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PlusPortal.Data.Limits;

internal sealed class LimitCountConfiguration : IEntityTypeConfiguration<LimitCount>
{
    public void Configure(EntityTypeBuilder<LimitCount> builder)
    {
        builder.ToTable("limit_counters");
        builder.HasKey(count => new { count.Purpose, count.Subject, count.WindowStart }).HasName("pk_limit_counters");
        builder.Property(count => count.Subject).HasMaxLength(32);
        builder.HasIndex(count => count.WindowStart).HasDatabaseName("ix_limit_counters_window_start");
    }
}
