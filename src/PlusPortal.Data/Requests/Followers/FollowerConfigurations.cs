using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Contacts;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Domain.Requests.Followers;

namespace PlusPortal.Data.Requests.Followers;

internal sealed class RequestFollowerConfiguration : IEntityTypeConfiguration<RequestFollower>
{
    public void Configure(EntityTypeBuilder<RequestFollower> builder)
    {
        builder.ToTable("request_followers");
        builder.Property(follower => follower.Id).ValueGeneratedNever();
        builder.Property(follower => follower.Name).HasMaxLength(Declaration.NameLength);
        builder.Property(follower => follower.Email).HasMaxLength(Contact.EmailLength);
        builder.Property<string?>(FollowerQueries.EmailKey).HasMaxLength(Contact.EmailLength).HasComputedColumnSql("lower(trim(email))", stored: true);
        builder.HasOne<OrientationRequest>().WithMany(request => request.Followers).HasForeignKey(follower => follower.RequestId)
            .OnDelete(DeleteBehavior.Cascade).HasConstraintName("fk_request_followers_request");
        builder.HasIndex(follower => new { follower.RequestId, follower.InvitedAt, follower.Id }).HasDatabaseName("ix_request_followers_request");
        builder.HasIndex(FollowerQueries.EmailKey).HasFilter("ended_at is null").HasDatabaseName("ix_request_followers_email");
        builder.HasIndex(follower => follower.ExpiresAt).HasFilter("joined_at is null and ended_at is null").HasDatabaseName("ix_request_followers_invited");
    }
}

internal sealed class ContactAddressChangeConfiguration : IEntityTypeConfiguration<ContactAddressChange>
{
    public void Configure(EntityTypeBuilder<ContactAddressChange> builder)
    {
        builder.ToTable("contact_address_changes");
        builder.Property(change => change.Id).ValueGeneratedNever();
        builder.Property(change => change.Email).HasMaxLength(Contact.EmailLength);
        builder.HasOne<OrientationRequest>().WithMany().HasForeignKey(change => change.RequestId)
            .OnDelete(DeleteBehavior.Cascade).HasConstraintName("fk_contact_address_changes_request");
        builder.HasIndex(change => new { change.RequestId, change.AskedAt }).HasDatabaseName("ix_contact_address_changes_request");
        builder.HasIndex(change => change.ExpiresAt).HasDatabaseName("ix_contact_address_changes_expires_at");
    }
}
