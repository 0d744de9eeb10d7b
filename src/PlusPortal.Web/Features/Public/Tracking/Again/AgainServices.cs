namespace PlusPortal.Web.Features.Public.Tracking.Again;

/// <summary>Use-cases of the folder.</summary>
public static class AgainServices
{
    /// <summary>Registers them.</summary>
    public static void AddAgain(this IServiceCollection services)
    {
        services.AddScoped<BeginAgain>();
    }
}
