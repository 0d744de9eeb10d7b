using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PlusPortal.Domain.Directory;

namespace PlusPortal.Data.Accounts;

internal sealed class PortalUserConfiguration : IEntityTypeConfiguration<PortalUser>
{
    public void Configure(EntityTypeBuilder<PortalUser> builder)
    {
        builder.ToTable("users");
        builder.Property(user => user.Id).ValueGeneratedNever();
        builder.Property(user => user.DisplayName).HasMaxLength(PortalUser.DisplayNameLength);
        builder.HasOne<SupportActor>().WithMany().HasForeignKey(user => user.SupportActorId)
            .OnDelete(DeleteBehavior.Restrict).HasConstraintName("fk_users_support_actor");
        builder.HasIndex(user => user.SupportActorId).HasDatabaseName("ix_users_support_actor");
    }
}
