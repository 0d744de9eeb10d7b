using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Profile;
using PlusPortal.Data.Requests;
using PlusPortal.Domain.Profile;
using PlusPortal.Web.Profile;

namespace PlusPortal.Web.Features.Admin.Settings;

/// <summary>What came of changing settings.</summary>
public enum ProfileChanged
{
    /// <summary>Written: this node goes on with it, the others within a second.</summary>
    Done,

    /// <summary>Nothing is different.</summary>
    Unchanged,

    /// <summary>Somebody else changed the same section meanwhile; nothing was written.</summary>
    Conflict,
}

/// <summary>Writes what an administrator decides about PLUS: a change for each setting that differs.</summary>
public sealed class ChangeProfile(PortalDb db, CurrentProfile current, TimeProvider clock)
{
    /// <summary>Others may change other sections at the same instant and take the number: the change is judged and written again.</summary>
    private const int Attempts = 5;

    /// <summary>What the days of open requests are counted by.</summary>
    private static readonly ProfileSetting[] Counted = [ProfileSetting.Closures, ProfileSetting.Delays, ProfileSetting.SwitchedOff];

    /// <param name="section">Settings that the form shows.</param>
    /// <param name="seen">Number of the last change of the section that the person saw; null when what they do holds whatever it was.</param>
    /// <param name="change">What the form makes of the profile.</param>
    /// <param name="authorId">Account of the administrator.</param>
    /// <param name="ct">Cancellation.</param>
    public async Task<ProfileChanged> ExecuteAsync(IReadOnlyCollection<ProfileSetting> section, int? seen, Func<PlusProfile, PlusProfile> change, Guid authorId, CancellationToken ct)
    {
        HashSet<ProfileSetting> changed;
        for (var left = Attempts; ; left--)
        {
            // The number is read before the values: who writes in between takes it, and the key refuses ours.
            var number = await db.ReadProfileNumberAsync(ct);
            var latest = await db.LatestProfileChangesAsync(ct);
            if (seen is not null && seen != SettingsReader.NumberOf(latest, section)) return ProfileChanged.Conflict;
            var before = current.Over(latest);
            var changes = before.ChangesTo(change(before), number, authorId, clock.GetUtcNow());
            if (changes.Count == 0) return ProfileChanged.Unchanged;
            changed = [.. changes.Select(written => written.Setting)];
            db.AddRange(changes);
            try
            {
                await db.SaveChangesAsync(ct);
                break;
            }
            catch (DbUpdateException failure) when (failure.IsConflict && left > 1)
            {
                db.ChangeTracker.Clear();
            }
        }

        await current.ReloadAsync([], CancellationToken.None);
        if (changed.Overlaps(Counted)) await db.LookAtAllClocksAsync(clock.GetUtcNow(), CancellationToken.None);
        return ProfileChanged.Done;
    }
}
