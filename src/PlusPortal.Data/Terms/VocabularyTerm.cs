using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Data.Terms;

/// <summary>A term of a closed list, as exports and reports join it. The code of the domain is the source; the table is its copy.</summary>
public sealed class VocabularyTerm
{
    /// <summary>Most characters of the name of a list.</summary>
    public const int ListLength = 40;

    /// <summary>Most characters of a label.</summary>
    public const int LabelLength = 120;

    /// <summary>UUID version 5 of « list/code »; the same in every database, for ever.</summary>
    public required Guid Id { get; init; }

    /// <summary>Name of the list.</summary>
    public required string List { get; init; }

    /// <summary>Code, unique in its list.</summary>
    public required string Code { get; init; }

    /// <summary>French label.</summary>
    public required string Label { get; set; }

    /// <summary>French help sentence; may be empty.</summary>
    public required string Help { get; set; }

    /// <summary>Code of the parent term (group of a theme, stage of a sub-stage); else null.</summary>
    public string? Parent { get; set; }

    /// <summary>Place in the list, from 1.</summary>
    public required int Position { get; set; }

    /// <summary>False once the term is in use no more; records that hold it stay readable.</summary>
    public required bool IsCurrent { get; set; }
}

/// <summary>The table of the terms.</summary>
public static class VocabularyTables
{
    extension(PortalDb db)
    {
        /// <summary>Terms of the closed lists.</summary>
        public DbSet<VocabularyTerm> VocabularyTerms => db.Set<VocabularyTerm>();
    }
}

internal sealed class VocabularyTermConfiguration : IEntityTypeConfiguration<VocabularyTerm>
{
    public void Configure(EntityTypeBuilder<VocabularyTerm> builder)
    {
        builder.ToTable("vocabulary_terms");
        builder.Property(term => term.Id).ValueGeneratedNever();
        builder.Property(term => term.List).HasMaxLength(VocabularyTerm.ListLength);
        builder.Property(term => term.Code).HasMaxLength(Term.CodeLength);
        builder.Property(term => term.Label).HasMaxLength(VocabularyTerm.LabelLength);
        builder.Property(term => term.Help).HasMaxLength(Term.HelpLength);
        builder.Property(term => term.Parent).HasMaxLength(Term.CodeLength);
        builder.HasIndex(term => new { term.List, term.Code }).IsUnique().HasDatabaseName("ux_vocabulary_terms_code");
    }
}
