using Microsoft.EntityFrameworkCore;

namespace PlusPortal.Data.Import;

/// <summary>
/// Takes a file of support actors into the directory: adds, updates, leaves alone what a person edited, deletes
/// nothing. All of it in one transaction, or none of it when a single line is wrong.
/// </summary>
/// <remarks>Rules of the data: docs/directory-import.md. An import never records a contact, never verifies a record and never sends anything.</remarks>
public sealed class DirectoryImport(PortalDb db, TimeProvider clock)
{
    /// <summary>Two imports at once, or a first start of two portals on one database, wait for each other.</summary>
    private const long ImportLock = 0x504C5553_0001;

    /// <summary>Imports the file.</summary>
    /// <param name="json">Its content.</param>
    /// <param name="isDryRun">Tells what would change, and writes nothing.</param>
    /// <param name="ct">Stops the import; nothing is then written.</param>
    public async Task<ImportReport> RunAsync(ReadOnlyMemory<byte> json, bool isDryRun, CancellationToken ct)
    {
        var plan = await DirectoryPlan.ReadAsync(db, json, ct);
        if (plan.Errors.Count > 0) return new ImportReport { IsDryRun = isDryRun, Errors = plan.Errors };

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // EF has no word for an advisory lock; it is freed with the transaction.
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({ImportLock})", ct);
        var keys = plan.Actors.Select(actor => actor.ImportKey).ToList();
        var stored = await db.SupportActors.Include(actor => actor.Offers).Where(actor => keys.Contains(actor.ImportKey)).ToDictionaryAsync(actor => actor.ImportKey, ct);
        var changes = new DirectoryChanges(clock.GetUtcNow());
        foreach (var planned in plan.Actors)
        {
            if (stored.TryGetValue(planned.ImportKey, out var actor)) changes.Update(actor, planned);
            else db.SupportActors.Add(changes.Create(planned));
        }

        var absent = await db.SupportActors.Where(actor => !keys.Contains(actor.ImportKey) && !actor.IsSample)
            .OrderBy(actor => actor.ImportKey).Select(actor => new ImportedRecord(actor.ImportKey, actor.Name, new List<string>())).ToListAsync(ct);
        if (isDryRun)
        {
            db.ChangeTracker.Clear();
            return changes.ToReport(absent, isDryRun);
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return changes.ToReport(absent, isDryRun);
    }
}
