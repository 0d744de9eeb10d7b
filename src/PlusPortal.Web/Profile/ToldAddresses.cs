using PlusPortal.Data;
using PlusPortal.Data.Profile;
using PlusPortal.Domain.Profile;

namespace PlusPortal.Web.Profile;

/// <summary>What an address is told of by its being on a list of the settings.</summary>
/// <param name="Setting">Which list.</param>
/// <param name="IsAlone">Whether no other address is on it.</param>
public sealed record ToldOf(ProfileSetting Setting, bool IsAlone);

/// <summary>
/// The lists of who is told follow the accounts: an address whose account has no access any more leaves them, a changed one is
/// written anew. Saved by the caller, in its transaction, as changes like those of the page of settings; two who write at once
/// break the number of the change (<see cref="SaveConflicts"/>), and the caller begins again.
/// </summary>
public sealed class ToldAddresses(PortalDb db, CurrentProfile current, TimeProvider clock)
{
    private bool hasChanged;

    /// <summary>The lists that an address is on.</summary>
    public async Task<IReadOnlyList<ToldOf>> OfAsync(string email, CancellationToken ct)
    {
        var profile = current.Over(await db.LatestProfileChangesAsync(ct));
        (ProfileSetting Setting, StaffAudience Audience)[] lists = [(ProfileSetting.UrgentRequest, profile.UrgentRequest), (ProfileSetting.StaffAttention, profile.StaffAttention)];
        return [.. lists.Where(list => list.Audience.Names(email)).Select(list => new ToldOf(list.Setting, list.Audience.NamesOnly(email)))];
    }

    /// <summary>Takes an address off the lists.</summary>
    public Task RemoveAsync(string email, Guid byId, CancellationToken ct) => ChangeAsync(profile => profile.WithoutTelling(email), byId, ct);

    /// <summary>Writes the new address of an account in the place of the old one.</summary>
    public Task MoveAsync(string from, string to, Guid byId, CancellationToken ct) => ChangeAsync(profile => profile.TellingAt(from, to), byId, ct);

    /// <summary>Once the caller has committed: this node goes on with the lists as they are.</summary>
    public async Task FollowAsync()
    {
        if (hasChanged) await current.ReloadAsync([], CancellationToken.None);
        hasChanged = false;
    }

    private async Task ChangeAsync(Func<PlusProfile, PlusProfile> change, Guid byId, CancellationToken ct)
    {
        // The number is read before the values: who writes in between takes it, and the key refuses ours.
        var number = await db.ReadProfileNumberAsync(ct);
        var before = current.Over(await db.LatestProfileChangesAsync(ct));
        var changes = before.ChangesTo(change(before), number, byId, clock.GetUtcNow());
        hasChanged = changes.Count > 0;
        db.AddRange(changes);
    }
}
