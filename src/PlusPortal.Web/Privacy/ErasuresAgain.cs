using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Privacy;
using PlusPortal.Domain.Requests.Deadlines;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Settings;
using PlusPortal.Web.Startup;

namespace PlusPortal.Web.Privacy;

/// <summary>
/// What <c>migrate</c> does about people who had their data erased and whom a restore brought back (docs/adr/0027). It may know
/// the connection alone, or find no record: then it says aloud what it leaves undone.
/// </summary>
public sealed class ErasuresAgain(PortalDb db, ErasureReplay replay, IConfiguration configuration, IHostEnvironment environment, TimeProvider clock)
{
    /// <summary>Erases again what the record names and the database still holds.</summary>
    /// <param name="progress">Hears what was done, and what could not be.</param>
    /// <param name="ct">Cancellation; what is left is done by the next run.</param>
    public async Task ApplyAsync(IProgress<string> progress, CancellationToken ct)
    {
        // Not asked of the options: « migrate » needs none of the settings, and a folder that is not there is told of below.
        var options = SettingsServices.Peek<ErasureOptions>(configuration);
        var isNamed = !string.IsNullOrWhiteSpace(options.Folder);
        var folder = isNamed || !environment.IsExposed ? options.FolderOr(environment.ContentRootPath) : "";
        if (!Directory.Exists(folder))
        {
            // Nobody was ever erased before the first request; on a machine of one developer the first erasure makes the folder.
            if (environment.IsExposed && await db.OrientationRequests.AnyAsync(ct)) progress.Report(
                $"WARNING: erasures are not applied again: {(isNamed ? $"there is no folder {folder}" : "Erasures__Folder is not set")}. After a restore, bring the record of erasures back, set Erasures__Folder to it, and run \"{PortalRunner.MigrateCommand}\" once more before the portal is started.");
            return;
        }

        var (lines, unreadable) = await ErasureFile.ReadAsync(folder, ct);
        var erased = await replay.ApplyAsync(lines, new PlusDay(clock.TodayInParis, PlusCalendar.Usual), ct);
        var lost = await db.LostFromRecordAsync(lines, ct);
        if (lost.Count > 0) progress.Report($"WARNING: the database knows {lost.Count} erasures that are not recorded in {folder}: is it the right folder? The portal writes them there again within five minutes.");
        progress.Report($"{erased} erasures applied again, of {lines.Count} recorded in {folder}.{(unreadable > 0 ? $" WARNING: {unreadable} lines there cannot be read." : "")}");
    }
}
