namespace PlusPortal.Web.Features.Public.Directory.Sheet;

/// <summary>Services of the public sheets.</summary>
public static class SheetServices
{
    /// <summary>Registers them.</summary>
    public static void AddDirectorySheet(this IServiceCollection services)
    {
        services.AddScoped<SheetReader>();
    }
}
