using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PlusPortal.Data.Accounts;

/// <summary>Passkeys of Identity. Its own mapping depends on options that only the host has; tools and tests must see the same tables.</summary>
internal sealed class PasskeyConfiguration : IEntityTypeConfiguration<IdentityUserPasskey<Guid>>
{
    // As Identity's own mapping has it.
    private const int LongestCredentialId = 1_024;

    public void Configure(EntityTypeBuilder<IdentityUserPasskey<Guid>> builder)
    {
        builder.ToTable("user_passkeys");
        builder.HasKey(passkey => passkey.CredentialId);
        builder.Property(passkey => passkey.CredentialId).HasMaxLength(LongestCredentialId);
        builder.OwnsOne(passkey => passkey.Data).ToJson();
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(passkey => passkey.UserId).OnDelete(DeleteBehavior.Cascade).HasConstraintName("fk_user_passkeys_user");
        builder.HasIndex(passkey => passkey.UserId).HasDatabaseName("ix_user_passkeys_user");
    }
}
