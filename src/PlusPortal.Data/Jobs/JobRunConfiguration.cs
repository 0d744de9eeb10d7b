using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PlusPortal.Data.Jobs;

internal sealed class JobRunConfiguration : IEntityTypeConfiguration<JobRun>
{
    public void Configure(EntityTypeBuilder<JobRun> builder)
    {
        builder.ToTable("job_runs");
        builder.HasKey(run => new { run.Job, run.Number }).HasName(JobRunQueries.NumberConstraint);
        builder.Property(run => run.Job).HasMaxLength(JobRun.JobLength);
        builder.Property(run => run.Number).ValueGeneratedNever();
        builder.Property(run => run.Failure).HasMaxLength(JobRun.FailureLength);
        builder.Ignore(run => run.Duration);

        // Given once, at the end: comparing the lists by identity is enough.
        builder.Property(run => run.Counts).IsJson().Metadata.SetValueComparer(ValueComparer.CreateDefault<IReadOnlyList<JobCount>>(favorStructuralComparisons: false));
    }
}
