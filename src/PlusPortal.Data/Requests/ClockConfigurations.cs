using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Clock;
using PlusPortal.Domain.Requests.Deadlines;
using PlusPortal.Domain.Requests.Ladder;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Data.Requests;

/// <summary>What the clock and the ladder add to a request.</summary>
internal static class ClockConfigurations
{
    public static void Configure(EntityTypeBuilder<OrientationRequest> builder)
    {
        builder.Ignore(request => request.Situations);
        builder.Ignore(request => request.Situation);
        builder.Ignore(request => request.Listed);
        builder.Ignore(request => request.ListedAfterThis);
        builder.Ignore(request => request.AlternatesToAsk);
        builder.HasMany(request => request.ClockRecords).WithOne().HasForeignKey(record => record.RequestId)
            .OnDelete(DeleteBehavior.Cascade).HasConstraintName("fk_clock_records_request");
        builder.HasMany(request => request.LadderReports).WithOne().HasForeignKey(report => report.RequestId)
            .OnDelete(DeleteBehavior.Cascade).HasConstraintName("fk_ladder_reports_request");
        builder.HasIndex(request => new { request.ClockAt, request.Id }).HasFilter("clock_at is not null").HasDatabaseName("ix_orientation_requests_clock");
    }

    public static void Configure(EntityTypeBuilder<Referral> builder)
    {
        builder.Ignore(referral => referral.TellsOfAcceptanceAgain);
        builder.Ignore(referral => referral.RungEventTakenBack);
        builder.Property(referral => referral.Calendar).HasConversion(calendar => calendar.ToString(), stored => ActorCalendar.Read(stored)).HasMaxLength(ActorCalendar.TextLength);
    }
}

internal sealed class ClockRecordConfiguration : IEntityTypeConfiguration<ClockRecord>
{
    public void Configure(EntityTypeBuilder<ClockRecord> builder)
    {
        builder.ToTable("clock_records");
        builder.Property(record => record.Id).ValueGeneratedNever();

        // Once: whatever two nodes do at the same time.
        builder.HasIndex(record => new { record.RequestId, record.ReferralId, record.Step, record.Since, record.Number }).IsUnique().AreNullsDistinct(false).HasDatabaseName("ux_clock_records_step");
        builder.HasIndex(record => new { record.At, record.Id }).HasDatabaseName("ix_clock_records_at");
        builder.HasIndex(record => new { record.Outcome, record.At, record.Id }).HasDatabaseName("ix_clock_records_outcome");
        builder.HasIndex(record => new { record.Step, record.At, record.Id }).HasDatabaseName("ix_clock_records_of_step");
    }
}

internal sealed class LadderReportConfiguration : IEntityTypeConfiguration<LadderReport>
{
    public void Configure(EntityTypeBuilder<LadderReport> builder)
    {
        builder.ToTable("ladder_reports");
        builder.Property(report => report.Id).ValueGeneratedNever();
        builder.Property(report => report.WhyNot).HasMaxLength(Term.CodeLength);
        builder.HasIndex(report => new { report.RequestId, report.At }).HasDatabaseName("ix_ladder_reports_request");
        builder.HasIndex(report => report.ReferralId).HasDatabaseName("ix_ladder_reports_referral");
    }
}
