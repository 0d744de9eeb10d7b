using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Jobs;
using PlusPortal.Data.Links;
using PlusPortal.Data.Requests;

namespace PlusPortal.Web.Jobs;

/// <summary>Deletes drafts and private links whose life is over, in batches. Running it twice, or on two nodes, deletes nothing twice.</summary>
public sealed class DraftPurge(PortalDb db) : IRecurringJob
{
    /// <summary>Rows deleted by one statement at the most.</summary>
    public const int BatchSize = 500;

    /// <inheritdoc />
    public static string Title => "Effacer les brouillons et les liens périmés";

    /// <inheritdoc />
    public static string Purpose => "Efface les demandes commencées et jamais envoyées dont les trente jours sont passés, et les liens privés qui n’ouvrent plus rien.";

    /// <inheritdoc />
    public async Task<JobResult> RunAsync(DateTimeOffset now, CancellationToken ct)
    {
        var due = db.RequestDrafts.Where(draft => draft.ExpiresAt < now).OrderBy(draft => draft.ExpiresAt).Select(draft => draft.Id).Take(BatchSize);
        var drafts = 0;
        int deleted;
        do
        {
            deleted = await db.RequestDrafts.Where(draft => due.Contains(draft.Id)).ExecuteDeleteAsync(ct);
            drafts += deleted;
        }
        while (deleted == BatchSize);

        var over = db.AccessLinks.Where(link => link.ExpiresAt < now).OrderBy(link => link.ExpiresAt).Select(link => link.TokenHash).Take(BatchSize);
        var links = 0;
        do
        {
            deleted = await db.AccessLinks.Where(link => over.Contains(link.TokenHash)).ExecuteDeleteAsync(ct);
            links += deleted;
        }
        while (deleted == BatchSize);

        return new JobResult(new JobCount("Brouillons effacés", drafts), new JobCount("Liens périmés effacés", links));
    }
}
