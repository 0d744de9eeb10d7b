using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Access;
using PlusPortal.Data.Jobs;
using PlusPortal.Web.Jobs;

namespace PlusPortal.Web.Security.Sessions;

/// <summary>Deletes the sessions that are over, in batches.</summary>
public sealed class SessionPurge(PortalDb db) : IRecurringJob
{
    /// <summary>Days for which a session stays after its absolute end: long enough to be looked up when something happened.</summary>
    public const int KeptDays = 30;

    /// <inheritdoc />
    public static string Title => "Effacer les sessions terminées";

    /// <inheritdoc />
    public static string Purpose => "Efface les sessions de l’équipe et des partenaires, un mois après leur fin.";

    /// <inheritdoc />
    public async Task<JobResult> RunAsync(DateTimeOffset now, CancellationToken ct)
    {
        var over = now.AddDays(-KeptDays);
        return new JobResult(new JobCount("Sessions effacées", await db.Sessions.Where(session => session.EndsAt <= over).OrderBy(session => session.EndsAt).DeleteInBatchesAsync(ct)));
    }
}
