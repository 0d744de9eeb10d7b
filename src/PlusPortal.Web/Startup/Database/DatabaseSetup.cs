using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Access;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Geography;
using PlusPortal.Data.Import;
using PlusPortal.Data.Matching;
using PlusPortal.Data.Retention;
using PlusPortal.Data.Schema;
using PlusPortal.Data.Texts;
using PlusPortal.Domain.Retention;
using PlusPortal.Web.Jobs;

namespace PlusPortal.Web.Startup.Database;

/// <summary>
/// Brings a database up to date: the schema by migrations, then the reference data. Safe to repeat: a second run
/// finds everything in place.
/// </summary>
/// <param name="db">The database, as the owner of its schema.</param>
/// <param name="clock">Clock.</param>
/// <param name="progress">Hears what is done.</param>
/// <param name="terms">Terms of retention to put into force; those of the workflow when null.</param>
public sealed class DatabaseSetup(PortalDb db, TimeProvider clock, IProgress<string> progress, RetentionTerms? terms = null)
{
    public async Task UpdateAsync(CancellationToken ct)
    {
        db.Database.SetCommandTimeout(DatabaseOptions.CommandWork);
        await MigrateAsync(ct);
        await db.SetRetentionTermsAsync(terms ?? RetentionTerms.Usual, clock.GetUtcNow(), ct);
        await new RoleSeeder(db, clock).LoadAsync(ct);
        await new RulesSeeder(db, clock).LoadAsync(ct);
        await new SiteTextSeeder(db, clock).LoadAsync(ct);
        progress.Report("Loading the communes of France…");
        await new GeographyLoader(db, clock).LoadAsync(GeographyFiles.DefaultFolder, ct);
        progress.Report("Loading the directory of support actors…");
        await new DirectorySeeder(db, clock).LoadAsync(ct);
    }

    private async Task MigrateAsync(CancellationToken ct)
    {
        progress.Report("Bringing the schema up to date…");
        if (await db.TakeOverFormerSchemaAsync(ct) == FormerSchema.Incomplete)
        {
            throw new StartupException(
                "This database was made by an early version of the portal and cannot be brought up to date: in Development delete the .data folder, "
                + "elsewhere run the \"migrate\" command of the version of 26 November 2026 first.");
        }

        await db.Database.MigrateAsync(ct);
        await JobTables.CreateMissingAsync(db, ct);
        await db.ApplyOwnerSqlAsync(ct);
    }
}
