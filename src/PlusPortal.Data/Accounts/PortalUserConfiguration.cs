using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PlusPortal.Domain.Directory;

namespace PlusPortal.Data.Accounts;

internal sealed class PortalUserConfiguration : IEntityTypeConfiguration<PortalUser>
{
    /// <summary>Column that holds the name as <see cref="Domain.Texts.Folding"/> writes it; PostgreSQL derives it.</summary>
    internal const string FoldedName = "FoldedName";

    public void Configure(EntityTypeBuilder<PortalUser> builder)
    {
        builder.ToTable("users");
        builder.Property(user => user.Id).ValueGeneratedNever();
        builder.Property(user => user.WantsWeeklySummary).HasDefaultValue(true).HasSentinel(true);
        builder.Property(user => user.DisplayName).HasMaxLength(PortalUser.DisplayNameLength);
        builder.HasOne<SupportActor>().WithMany().HasForeignKey(user => user.SupportActorId)
            .OnDelete(DeleteBehavior.Restrict).HasConstraintName("fk_users_support_actor");
        builder.Property<string>(FoldedName).IsRequired().HasColumnType("text").HasComputedColumnSql("fold(display_name)", stored: true);
        builder.HasIndex(user => new { user.DisplayName, user.Id }).HasDatabaseName("ix_users_display_name");
        builder.HasIndex(user => user.SupportActorId).HasDatabaseName("ix_users_support_actor");
    }
}
