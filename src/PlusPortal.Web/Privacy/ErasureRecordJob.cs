using PlusPortal.Data.Jobs;
using PlusPortal.Web.Jobs;

namespace PlusPortal.Web.Privacy;

/// <summary>Makes good what a crash, or a disk that was full, left out of the record of erasures.</summary>
public sealed class ErasureRecordJob(ErasureRecorder recorder) : IRecurringJob
{
    /// <inheritdoc />
    public static string Title => "Consigner les effacements";

    /// <inheritdoc />
    public static string Purpose => "Écrit hors de la base les effacements qui n’y sont pas encore, pour qu’une restauration ne les annule pas.";

    /// <inheritdoc />
    public async Task<JobResult> RunAsync(DateTimeOffset now, CancellationToken ct)
    {
        var recorded = await recorder.RecordAsync(ct) + await recorder.MakeGoodAsync(ct);
        return new JobResult(new JobCount("Effacements consignés", recorded));
    }
}
