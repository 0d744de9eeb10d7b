namespace PlusPortal.Web.Features.Public.Tracking.Coordinates;

/// <summary>Use-cases of the folder.</summary>
public static class CoordinatesServices
{
    /// <summary>Registers them.</summary>
    public static void AddCoordinates(this IServiceCollection services)
    {
        services.AddScoped<CorrectCoordinates>();
        services.AddScoped<AskOtherAddress>();
        services.AddScoped<ProveOtherAddress>();
    }
}
