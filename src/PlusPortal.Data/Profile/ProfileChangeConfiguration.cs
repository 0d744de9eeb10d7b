using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PlusPortal.Domain.Profile;

namespace PlusPortal.Data.Profile;

internal sealed class ProfileChangeConfiguration : IEntityTypeConfiguration<ProfileChange>
{
    public void Configure(EntityTypeBuilder<ProfileChange> builder)
    {
        builder.ToTable("profile_changes");
        builder.HasKey(change => change.Number).HasName(SaveConflicts.ProfileChangeKey);
        builder.Property(change => change.Number).ValueGeneratedNever();
        builder.Property(change => change.Before).HasMaxLength(ProfileChange.ValueLength);
        builder.Property(change => change.After).HasMaxLength(ProfileChange.ValueLength);

        // The latest change of each setting.
        builder.HasIndex(change => new { change.Setting, change.Number }).HasDatabaseName("ix_profile_changes_setting");
    }
}
