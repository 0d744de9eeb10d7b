using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Jobs;
using PlusPortal.Data.Links;
using PlusPortal.Data.Requests.Followers;
using PlusPortal.Data.Retention;

namespace PlusPortal.Web.Jobs;

/// <summary>Deletes drafts and private links whose life is over, in batches. Running it twice, or on two nodes, deletes nothing twice.</summary>
public sealed class DraftPurge(PortalDb db) : IRecurringJob
{
    /// <summary>Its code.</summary>
    public const string Code = "brouillons";

    /// <summary>What it calls the drafts that it deleted.</summary>
    public const string DraftsDeleted = "Brouillons effacés";

    /// <inheritdoc />
    public static string Title => "Effacer les brouillons et les liens périmés";

    /// <inheritdoc />
    public static string Purpose => "Efface les demandes commencées et jamais envoyées dont les trente jours sont passés, les liens privés qui n’ouvrent plus rien, et les adresses jamais confirmées de personnes invitées à suivre une demande ou qui en ont changé.";

    /// <inheritdoc />
    public async Task<JobResult> RunAsync(DateTimeOffset now, CancellationToken ct)
    {
        var drafts = await db.PastDrafts(now).OrderBy(draft => draft.ExpiresAt).DeleteInBatchesAsync(ct);
        var links = await db.AccessLinks.Where(link => link.ExpiresAt < now).OrderBy(link => link.ExpiresAt).DeleteInBatchesAsync(ct);
        var addresses = await db.ContactAddressChanges.Where(change => change.ExpiresAt < now).OrderBy(change => change.ExpiresAt).DeleteInBatchesAsync(ct)
            + await db.RequestFollowers.NeverJoined(now).OrderBy(follower => follower.ExpiresAt).DeleteInBatchesAsync(ct);
        return new JobResult(new JobCount(DraftsDeleted, drafts), new JobCount("Liens périmés effacés", links), new JobCount("Adresses jamais confirmées effacées", addresses));
    }
}
