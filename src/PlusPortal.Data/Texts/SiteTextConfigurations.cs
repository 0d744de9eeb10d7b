using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PlusPortal.Domain.Texts;

namespace PlusPortal.Data.Texts;

internal sealed class SiteTextConfiguration : IEntityTypeConfiguration<SiteText>
{
    public void Configure(EntityTypeBuilder<SiteText> builder)
    {
        builder.ToTable("site_texts");
        builder.HasKey(text => text.Code);
        builder.Property(text => text.Code).HasMaxLength(SiteText.CodeLength);
        builder.Property(text => text.Version).IsRowVersion();
        builder.HasMany(text => text.Versions).WithOne().HasForeignKey(version => version.Code)
            .OnDelete(DeleteBehavior.Restrict).HasConstraintName("fk_site_text_versions_text");
    }
}

internal sealed class SiteTextVersionConfiguration : IEntityTypeConfiguration<SiteTextVersion>
{
    public void Configure(EntityTypeBuilder<SiteTextVersion> builder)
    {
        builder.ToTable("site_text_versions");

        // The key serves both reads: the version that is shown, and the history from the newest.
        builder.HasKey(version => new { version.Code, version.Number }).HasName(SaveConflicts.TextVersionKey);
        builder.Property(version => version.Code).HasMaxLength(SiteText.CodeLength);
        builder.Property(version => version.Number).ValueGeneratedNever();
        builder.Property(version => version.Title).HasMaxLength(SiteTextVersion.TitleLength);
        builder.Property(version => version.Markdown).HasMaxLength(SiteTextVersion.MarkdownLength);
        builder.Property(version => version.Reason).HasMaxLength(SiteTextVersion.ReasonLength);
    }
}
