namespace PlusPortal.Web.Features.Admin.Settings;

/// <summary>Services of the pages of the settings.</summary>
public static class SettingsPagesServices
{
    /// <summary>Registers them.</summary>
    public static void AddSettingsPages(this IServiceCollection services)
    {
        services.AddScoped<SettingsReader>();
        services.AddScoped<ChangeProfile>();
    }
}
