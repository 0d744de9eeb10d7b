using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PlusPortal.Domain.Matching.Lexicon;

namespace PlusPortal.Data.Matching;

internal sealed class LexiconChangeConfiguration : IEntityTypeConfiguration<LexiconChange>
{
    public void Configure(EntityTypeBuilder<LexiconChange> builder)
    {
        builder.ToTable("lexicon_changes");
        builder.HasKey(change => change.Number).HasName(SaveConflicts.LexiconChangeKey);
        builder.Property(change => change.Number).ValueGeneratedNever();
        builder.Property(change => change.Code).HasMaxLength(LexiconChange.CodeLength);
        builder.Property(change => change.Pattern).HasMaxLength(LexiconChange.PatternLength);
        builder.Property(change => change.Reason).HasMaxLength(LexiconChange.ReasonLength);
        builder.Ignore(change => change.Entry);

        // The latest change of a phrase, and its history from the newest.
        builder.HasIndex(change => new { change.Kind, change.Code, change.Pattern, change.Number }).HasDatabaseName("ix_lexicon_changes_phrase");
    }
}
