using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PlusPortal.Data.Accounts;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.People;

namespace PlusPortal.Data.People;

internal sealed class InvitationConfiguration : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.ToTable("invitations");
        builder.Property(invitation => invitation.Id).ValueGeneratedNever();
        builder.Property(invitation => invitation.Email).HasMaxLength(Invitation.EmailLength);
        builder.Property(invitation => invitation.NormalizedEmail).HasMaxLength(Invitation.EmailLength);
        builder.Property(invitation => invitation.DisplayName).HasMaxLength(Invitation.NameLength);
        builder.Property(invitation => invitation.Version).IsRowVersion();
        builder.HasOne<SupportActor>().WithMany().HasForeignKey(invitation => invitation.SupportActorId).OnDelete(DeleteBehavior.Cascade).HasConstraintName("fk_invitations_support_actor");
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(invitation => invitation.InvitedById).OnDelete(DeleteBehavior.Cascade).HasConstraintName("fk_invitations_invited_by");

        // By address and place, not by address alone: a manager must not learn who was invited elsewhere.
        builder.HasIndex(invitation => new { invitation.NormalizedEmail, invitation.SupportActorId }).IsUnique().AreNullsDistinct(false)
            .HasFilter("accepted_at is null and withdrawn_at is null").HasDatabaseName(SaveConflicts.OpenInvitation);
        builder.HasIndex(invitation => new { invitation.SupportActorId, invitation.InvitedAt }).HasDatabaseName("ix_invitations_support_actor");
        builder.HasIndex(invitation => invitation.InvitedById).HasDatabaseName("ix_invitations_invited_by");
    }
}

internal sealed class AddressChangeConfiguration : IEntityTypeConfiguration<AddressChange>
{
    public void Configure(EntityTypeBuilder<AddressChange> builder)
    {
        builder.ToTable("address_changes");
        builder.Property(change => change.Id).ValueGeneratedNever();
        builder.Property(change => change.OldEmail).HasMaxLength(Invitation.EmailLength);
        builder.Property(change => change.NewEmail).HasMaxLength(Invitation.EmailLength);
        builder.Property(change => change.Version).IsRowVersion();
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(change => change.UserId).OnDelete(DeleteBehavior.Cascade).HasConstraintName("fk_address_changes_user");
        builder.HasIndex(change => change.UserId, "open").IsUnique().HasFilter("state = 'Open'").HasDatabaseName("ux_address_changes_open");
        builder.HasIndex(change => change.UserId, "all").HasDatabaseName("ix_address_changes_user");
    }
}

internal sealed class FactorResetConfiguration : IEntityTypeConfiguration<FactorReset>
{
    public void Configure(EntityTypeBuilder<FactorReset> builder)
    {
        builder.ToTable("factor_resets");
        builder.Property(reset => reset.Id).ValueGeneratedNever();
        builder.Property(reset => reset.Check).HasColumnName("identity_check");
        builder.Property(reset => reset.Note).HasMaxLength(FactorReset.NoteLength);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(reset => reset.UserId).OnDelete(DeleteBehavior.Cascade).HasConstraintName("fk_factor_resets_user");
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(reset => reset.ById).OnDelete(DeleteBehavior.Cascade).HasConstraintName("fk_factor_resets_by");
        builder.HasIndex(reset => new { reset.UserId, reset.At }).HasDatabaseName("ix_factor_resets_user");
        builder.HasIndex(reset => reset.ById).HasDatabaseName("ix_factor_resets_by");
    }
}
