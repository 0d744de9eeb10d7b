using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PlusPortal.Domain.Directory;

namespace PlusPortal.Data.Actors;

internal sealed class SheetReportConfiguration : IEntityTypeConfiguration<SheetReport>
{
    public void Configure(EntityTypeBuilder<SheetReport> builder)
    {
        builder.ToTable("sheet_reports");
        builder.Property(report => report.Id).ValueGeneratedNever();
        builder.Property(report => report.Text).HasMaxLength(SheetReport.TextLength);
        builder.HasOne(report => report.Actor).WithMany().HasForeignKey(report => report.ActorId).OnDelete(DeleteBehavior.Cascade).HasConstraintName("fk_sheet_reports_actor");
        builder.HasIndex(report => new { report.ReportedAt, report.Id }).HasFilter("handled_at is null").HasDatabaseName("ix_sheet_reports_waiting");
        builder.HasIndex(report => report.ActorId).HasDatabaseName("ix_sheet_reports_actor");
    }
}
