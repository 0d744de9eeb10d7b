using Microsoft.EntityFrameworkCore;
using PlusPortal.Domain.Texts;

namespace PlusPortal.Data.Texts;

/// <summary>Puts the texts of the program into the database, and their newer wording as long as staff have not edited them. A second run changes nothing.</summary>
public sealed class SiteTextSeeder(PortalDb db, TimeProvider clock)
{
    /// <summary>Loads them. Returns how many were added or replaced.</summary>
    public async Task<int> LoadAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var texts = await db.SiteTexts.ToDictionaryAsync(text => text.Code, ct);
        var shown = await db.SiteTexts.CurrentVersions().AsNoTracking().ToDictionaryAsync(version => version.Code, ct);
        var changed = 0;
        foreach (var code in SiteTextCodes.All)
        {
            var seed = SiteTextSeed.Of(code);
            if (!texts.TryGetValue(code, out var text)) db.SiteTexts.Add(SiteText.Original(code, seed.Title, seed.Markdown, now));
            else if (!text.TakeOriginal(shown[code], seed.Title, seed.Markdown, now)) continue;
            changed++;
        }

        await db.SaveChangesAsync(ct);
        return changed;
    }
}
