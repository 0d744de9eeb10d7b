using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PlusPortal.Data.Audit;

internal sealed class AuditEventConfiguration : IEntityTypeConfiguration<AuditEvent>
{
    /// <remarks>No foreign key: a line stays as it is whatever becomes of the account or the request.</remarks>
    public void Configure(EntityTypeBuilder<AuditEvent> builder)
    {
        builder.ToTable("audit_events");
        builder.Property(line => line.Id).ValueGeneratedNever();
        builder.Property(line => line.Kind).HasMaxLength(AuditEvent.KindLength);
        builder.Property(line => line.Client).HasMaxLength(AuditEvent.ClientLength);
        builder.Property(line => line.Route).HasMaxLength(AuditEvent.RouteLength);
        builder.Property(line => line.TargetKind).HasMaxLength(AuditEvent.TargetKindLength);
        builder.Property(line => line.Target).HasMaxLength(AuditEvent.TargetLength);

        // Each ends in the order of the list, so that a page of it is read from the index whatever it is filtered by.
        builder.HasIndex(line => new { line.At, line.Id }).HasDatabaseName("ix_audit_events_at");
        builder.HasIndex(line => new { line.Area, line.At, line.Id }).HasDatabaseName("ix_audit_events_area");
        builder.HasIndex(line => new { line.Kind, line.At, line.Id }).HasDatabaseName("ix_audit_events_kind");
        builder.HasIndex(line => new { line.ActorId, line.At, line.Id }).HasFilter("actor_id is not null").HasDatabaseName("ix_audit_events_actor");
        builder.HasIndex(line => new { line.Target, line.At, line.Id }).HasFilter("target is not null").HasDatabaseName("ix_audit_events_target");
        builder.HasIndex(line => new { line.RequestId, line.At, line.Id }).HasFilter("request_id is not null").HasDatabaseName("ix_audit_events_request");
        builder.HasIndex(line => new { line.Client, line.At, line.Id }).HasFilter("client is not null").HasDatabaseName("ix_audit_events_client");
    }
}
