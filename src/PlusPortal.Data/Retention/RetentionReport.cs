using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PlusPortal.Domain.Retention;

namespace PlusPortal.Data.Retention;

/// <summary>What a run did by one rule.</summary>
/// <param name="Rule">Which line of the table.</param>
/// <param name="Number">How many.</param>
public sealed record RetentionFigure(RetentionRule Rule, int Number);

/// <summary>What a run of the retention did, in figures alone.</summary>
public sealed class RetentionReport
{
    private RetentionReport()
    {
        // EF only
    }

    /// <summary>Identifier.</summary>
    public Guid Id { get; private set; }

    /// <summary>When the run began, UTC.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>What it did, in the order of the rules.</summary>
    public IReadOnlyList<RetentionFigure> Lines { get; private set; } = [];

    /// <summary>The report of a run that begins.</summary>
    public static RetentionReport Begin(DateTimeOffset now) => new() { Id = Guid.CreateVersion7(now), At = now };

    /// <summary>Adds what was done.</summary>
    public void Add(RetentionRule rule, int number)
    {
        if (number == 0) return;
        var before = Lines.FirstOrDefault(line => line.Rule == rule)?.Number ?? 0;
        Lines = [.. Lines.Where(line => line.Rule != rule).Append(new RetentionFigure(rule, before + number)).OrderBy(line => line.Rule)];
    }
}

internal sealed class RetentionReportConfiguration : IEntityTypeConfiguration<RetentionReport>
{
    public void Configure(EntityTypeBuilder<RetentionReport> builder)
    {
        builder.ToTable("retention_reports");
        builder.Property(report => report.Id).ValueGeneratedNever();

        // Replaced as a whole: comparing the lists by identity is enough.
        builder.Property(report => report.Lines).IsJson().Metadata.SetValueComparer(ValueComparer.CreateDefault<IReadOnlyList<RetentionFigure>>(favorStructuralComparisons: false));
        builder.HasIndex(report => new { report.At, report.Id }).HasDatabaseName("ix_retention_reports_at");
    }
}

/// <summary>Reads of the reports.</summary>
public static class RetentionReportQueries
{
    extension(PortalDb db)
    {
        /// <summary>What the runs did.</summary>
        public DbSet<RetentionReport> RetentionReports => db.Set<RetentionReport>();
    }
}
