using PlusPortal.Web.Jobs;
using PlusPortal.Web.Settings;

namespace PlusPortal.Web.Profile;

/// <summary>Services of what PLUS decided about itself.</summary>
public static class ProfileServices
{
    /// <summary>Registers them.</summary>
    public static void AddProfile(this IServiceCollection services)
    {
        services.AddSettings<StaffOptions>();
        services.AddSingleton<CurrentProfile>();
        services.AddScoped<ToldAddresses>();
        services.AddSingleton<IChangeFollower>(provider => provider.GetRequiredService<CurrentProfile>());
    }
}
