using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Jobs;
using PlusPortal.Data.Limits;
using PlusPortal.Web.Jobs;

namespace PlusPortal.Web.Security.Limits;

/// <summary>Deletes the counts of windows that are over, in batches.</summary>
public sealed class LimitPurge(PortalDb db) : IRecurringJob
{
    /// <inheritdoc />
    public static string Title => "Effacer les décomptes périmés";

    /// <inheritdoc />
    public static string Purpose => "Efface ce qui a été compté pour limiter les essais, les envois et les e-mails, un jour après.";

    /// <inheritdoc />
    public async Task<JobResult> RunAsync(DateTimeOffset now, CancellationToken ct)
    {
        var over = now - CountedLimit.LongestWindow;
        return new JobResult(new JobCount("Décomptes effacés", await db.LimitCounts.Where(count => count.WindowStart <= over).OrderBy(count => count.WindowStart).DeleteInBatchesAsync(ct)));
    }
}
