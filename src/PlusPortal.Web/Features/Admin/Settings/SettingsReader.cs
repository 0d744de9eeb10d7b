using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Profile;
using PlusPortal.Domain.Profile;
using PlusPortal.Web.Profile;

namespace PlusPortal.Web.Features.Admin.Settings;

/// <summary>Reads the settings of PLUS and who changed them, from the database itself: an administrator sees what is written, not what a node remembers.</summary>
public sealed class SettingsReader(PortalDb db, CurrentProfile current)
{
    private const int PageSize = 25;
    private const string Gone = "Compte supprimé";

    /// <summary>The settings, with the last change of each that has one.</summary>
    public async Task<SettingsState> ReadAsync(CancellationToken ct)
    {
        var latest = await db.LatestProfileChangesAsync(ct);
        var authors = latest.Select(change => change.AuthorId).Distinct().ToList();
        var names = authors.Count == 0 ? [] : await db.Users.Where(user => authors.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.DisplayName, ct);
        return new SettingsState(current.Over(latest), [.. latest.OrderByDescending(change => change.Number).Select(change => new NamedChange(change, names.GetValueOrDefault(change.AuthorId) ?? Gone))]);
    }

    /// <summary>One page of the history, the newest first.</summary>
    public async Task<SettingsHistoryPage> HistoryAsync(int? before, CancellationToken ct)
    {
        var rows = await (from change in db.ProfileChanges.AsNoTracking().Where(change => before == null || change.Number < before).OrderByDescending(change => change.Number).Take(PageSize + 1)
                          join user in db.Users on change.AuthorId equals user.Id into authors
                          from author in authors.DefaultIfEmpty()
                          orderby change.Number descending
                          select new { Change = change, Name = author!.DisplayName }).ToListAsync(ct);
        var shown = rows.Take(PageSize).Select(row => new NamedChange(row.Change, row.Name ?? Gone)).ToList();
        return new SettingsHistoryPage(shown, rows.Count > PageSize ? shown[^1].Change.Number : null, IsFirst: before is null);
    }

    /// <summary>Number of the last change of a section; 0 when there is none.</summary>
    public static int NumberOf(IEnumerable<ProfileChange> latest, IReadOnlyCollection<ProfileSetting> section) =>
        latest.Where(change => section.Contains(change.Setting)).Select(change => change.Number).DefaultIfEmpty().Max();
}
