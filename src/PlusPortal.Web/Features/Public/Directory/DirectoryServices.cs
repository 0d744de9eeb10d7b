namespace PlusPortal.Web.Features.Public.Directory;

/// <summary>Services of the public directory.</summary>
public static class DirectoryServices
{
    /// <summary>Registers them.</summary>
    public static void AddDirectory(this IServiceCollection services)
    {
        services.AddScoped<CommuneFinder>();
        services.AddScoped<DirectoryReader>();
        services.AddScoped<SheetReader>();
    }
}
