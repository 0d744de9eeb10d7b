using PlusPortal.Data;
using PlusPortal.Data.Jobs;
using PlusPortal.Data.Outbox;
using PlusPortal.Web.Jobs;

namespace PlusPortal.Web.Privacy;

/// <summary>Makes good what a crash, or a disk that was full, left out of the record of erasures, and takes away addresses that messages carried too long.</summary>
public sealed class ErasureRecordJob(PortalDb db, ErasureRecorder recorder) : IRecurringJob
{
    /// <inheritdoc />
    public static string Title => "Consigner les effacements";

    /// <inheritdoc />
    public static string Purpose => "Écrit hors de la base les effacements qui n’y sont pas encore, pour qu’une restauration ne les annule pas, et retire les adresses des accusés d’effacement qui n’ont pas pu partir.";

    /// <inheritdoc />
    public async Task<JobResult> RunAsync(DateTimeOffset now, CancellationToken ct)
    {
        var recorded = await recorder.RecordAsync(ct) + await recorder.MakeGoodAsync(ct);
        var forgotten = await db.Outbox.ForgetRecipientsAsync(now, ct);
        return new JobResult(new JobCount("Effacements consignés", recorded), new JobCount("Adresses retirées", forgotten));
    }
}
