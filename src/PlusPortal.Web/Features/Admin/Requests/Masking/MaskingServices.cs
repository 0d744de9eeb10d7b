using PlusPortal.Web.Settings;

namespace PlusPortal.Web.Features.Admin.Requests.Masking;

/// <summary>Services of the folder.</summary>
public static class MaskingServices
{
    /// <summary>Registers them.</summary>
    public static void AddMasking(this IServiceCollection services)
    {
        services.AddSettings<MaskingOptions>();
        services.AddScoped<MaskPassages>();
        services.AddScoped<MaskingReader>();
    }
}
