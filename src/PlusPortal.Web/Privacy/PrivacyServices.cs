using PlusPortal.Data.Privacy;
using PlusPortal.Web.Jobs;
using PlusPortal.Web.Settings;

namespace PlusPortal.Web.Privacy;

/// <summary>Registers what keeps account of personal data: what actors were told, and what was erased.</summary>
public static class PrivacyServices
{
    /// <summary>Registers it. Where others may reach the portal, erasures must be recorded outside its database.</summary>
    public static void AddPrivacy(this WebApplicationBuilder builder)
    {
        var isExposed = builder.Environment.IsExposed;
        builder.Services.AddSettings<ErasureOptions>().Validate(
            erasures => !isExposed || !string.IsNullOrWhiteSpace(erasures.Folder),
            "Set Erasures__Folder to a folder that the portal may write to, kept beside the dumps and not in them: whoever was erased would come back with a restore (docs/deployment.md).");
        builder.Services.AddScoped<ErasureRecorder>();
        builder.Services.AddScoped<ErasureReplay>();
        builder.Services.AddScoped<TransmissionRecorder>();
        builder.Services.AddScoped<TransmissionReader>();
        builder.Services.AddJob<ErasureRecordJob>("effacements", "*/5 * * * *");
    }
}
