using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PlusPortal.Data.Links;

internal sealed class AccessLinkConfiguration : IEntityTypeConfiguration<AccessLink>
{
    public void Configure(EntityTypeBuilder<AccessLink> builder)
    {
        builder.ToTable("access_links");
        builder.HasKey(link => link.TokenHash);
        builder.Property(link => link.TokenHash).HasMaxLength(32);
        builder.HasIndex(link => new { link.SubjectId, link.Purpose }).HasDatabaseName("ix_access_links_subject");
        builder.HasIndex(link => link.ExpiresAt).HasDatabaseName("ix_access_links_expires_at");
    }
}
