using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;

namespace PlusPortal.Web.Security.Keys;

/// <summary>The keys of sessions and forms, as rows.</summary>
public sealed class KeyRing(PortalDb db, IKeyManager keys, TimeProvider clock)
{
    private const string KeyElement = "<key ";
    private const string Locked = "encryptedSecret";
    private static readonly TimeSpan Life = TimeSpan.FromDays(90);

    /// <summary>Whether a key stands in the database in clear: whoever has a dump of it could forge a session.</summary>
    public Task<bool> HasKeyInClearAsync(CancellationToken ct) => db.DataProtectionKeys.AnyAsync(key => key.Xml!.StartsWith(KeyElement) && !key.Xml.Contains(Locked), ct);

    /// <summary>Takes every key away and makes a new one: all sessions end, and forms that are open expire, on each node when it starts again.</summary>
    public async Task ReplaceAsync(CancellationToken ct)
    {
        await db.DataProtectionKeys.ExecuteDeleteAsync(ct);
        keys.CreateNewKey(clock.GetUtcNow(), clock.GetUtcNow() + Life);
    }
}
