using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;

namespace PlusPortal.Web.Security.Keys;

/// <summary>The keys of sessions and forms, as rows.</summary>
public sealed class KeyRing(PortalDb db)
{
    private const string KeyElement = "<key ";
    private const string Locked = "encryptedSecret";

    /// <summary>Whether a key stands in the database in clear: whoever has a dump of it could forge a session.</summary>
    public Task<bool> HasKeyInClearAsync(CancellationToken ct) => db.DataProtectionKeys.AnyAsync(key => key.Xml!.StartsWith(KeyElement) && !key.Xml.Contains(Locked), ct);

    /// <summary>Takes every key away; a node makes a new one when it starts again. All sessions end then, and forms that are open expire.</summary>
    public Task ForgetAsync(CancellationToken ct) => db.DataProtectionKeys.ExecuteDeleteAsync(ct);
}
