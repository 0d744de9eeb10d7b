using Microsoft.AspNetCore.DataProtection;
using PlusPortal.Data;
using PlusPortal.Web.Settings;

namespace PlusPortal.Web.Security.Keys;

/// <summary>Registers the keys that seal sessions and forms: rows of the database, so that every node has them, locked by a certificate that the database does not hold.</summary>
public static class KeyServices
{
    /// <summary>Registers them. Where others may reach the portal a dump of the database must not be enough to forge a session.</summary>
    public static void AddKeys(this WebApplicationBuilder builder)
    {
        var isExposed = builder.Environment.IsExposed;
        builder.Services.AddSettings<KeyOptions>().Validate(
            keys => !isExposed || !string.IsNullOrWhiteSpace(keys.Certificate),
            "Set Keys__Certificate to the file of a certificate with its private key, kept outside the database: it locks the keys of sessions and forms (docs/deployment.md says how to make one).");
        builder.Services.AddScoped<KeyRing>();
        var protection = builder.Services.AddDataProtection().SetApplicationName("PlusPortal").PersistKeysToDbContext<PortalDb>();

        // Data protection takes its certificates here and now; a wrong file is told by the check at start.
        var keys = SettingsServices.Peek<KeyOptions>(builder.Configuration);
        if (keys.Files.Count == 0 || keys.Problems().Any()) return;
        var certificates = keys.Files.Select(file => KeyCertificate.Read(file, keys.Password)).ToArray();
        protection.ProtectKeysWithCertificate(certificates[0]).UnprotectKeysWithAnyCertificate(certificates);
    }
}
