namespace PlusPortal.Web.Features.Public.Tracking.Information;

/// <summary>Use-cases of the folder.</summary>
public static class InformationServices
{
    /// <summary>Registers them.</summary>
    public static void AddInformation(this IServiceCollection services)
    {
        services.AddScoped<AddInformation>();
    }
}
