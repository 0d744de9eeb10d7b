using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PlusPortal.Data.Digests;

internal sealed class WeekDigestConfiguration : IEntityTypeConfiguration<WeekDigest>
{
    public void Configure(EntityTypeBuilder<WeekDigest> builder)
    {
        builder.ToTable("week_digests");
        builder.Property(digest => digest.Id).ValueGeneratedNever();
        builder.Property(digest => digest.Week).HasMaxLength(WeekDigest.WeekLength);
        builder.HasIndex(digest => digest.Week).IsUnique().HasDatabaseName(DigestQueries.OneAWeek);
    }
}
