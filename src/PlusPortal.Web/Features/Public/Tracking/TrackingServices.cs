namespace PlusPortal.Web.Features.Public.Tracking;

/// <summary>Services of the tracking page.</summary>
public static class TrackingServices
{
    /// <summary>Registers them.</summary>
    public static void AddTracking(this IServiceCollection services)
    {
        services.AddScoped<TrackingAccess>();
        services.AddScoped<TrackingReader>();
        services.AddScoped<FollowRequest>();
    }
}
