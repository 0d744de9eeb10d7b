using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PlusPortal.Domain.Matching.Rules;

namespace PlusPortal.Data.Matching;

internal sealed class RulesVersionConfiguration : IEntityTypeConfiguration<RulesVersion>
{
    public void Configure(EntityTypeBuilder<RulesVersion> builder)
    {
        builder.ToTable("rules_versions");
        builder.HasKey(version => version.Number).HasName(SaveConflicts.RulesVersionKey);
        builder.Property(version => version.Number).ValueGeneratedNever();

        // The values of a version never change: comparing the dictionaries by identity is enough.
        builder.Property(version => version.Values).IsJson().Metadata.SetValueComparer(ValueComparer.CreateDefault<IReadOnlyDictionary<string, int>>(favorStructuralComparisons: false));
        builder.Property(version => version.Reason).HasMaxLength(RulesVersion.ReasonLength);
        builder.Property(version => version.Version).IsRowVersion();
        builder.HasIndex(version => version.State).IsUnique().HasFilter("state = 'Published'").HasDatabaseName(SaveConflicts.RulesInForce);
    }
}
