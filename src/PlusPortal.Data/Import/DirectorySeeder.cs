using Microsoft.EntityFrameworkCore;
using PlusPortal.Data.Geography;

namespace PlusPortal.Data.Import;

/// <summary>Fills a new database with the directory that the program carries, once: from then on the directory changes by people and by the import command.</summary>
public sealed class DirectorySeeder(PortalDb db, TimeProvider clock)
{
    private const string SetName = "directory";

    /// <summary>Fills it. Returns whether anything was loaded.</summary>
    public async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await db.ReferenceDataVersions.AnyAsync(set => set.Name == SetName, ct)) return false;
        var report = await new DirectoryImport(db, clock).RunAsync(DirectorySeed.Actors, isDryRun: false, ct);
        if (!report.Succeeded) throw new InvalidDataException($"The directory that the program carries is wrong. {string.Join(" ", report.Errors)}");

        db.ReferenceDataVersions.Add(new ReferenceDataVersion { Name = SetName, Version = "1", LoadedAt = clock.GetUtcNow() });
        await db.SaveChangesAsync(ct);
        return true;
    }
}
