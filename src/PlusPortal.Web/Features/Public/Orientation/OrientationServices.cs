using PlusPortal.Web.Jobs;

namespace PlusPortal.Web.Features.Public.Orientation;

/// <summary>Services of the request form.</summary>
public static class OrientationServices
{
    /// <summary>Registers them.</summary>
    public static void AddOrientation(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<DraftAccess>();
        services.AddScoped<SaveStep>();
        services.AddScoped<FindCommune>();
        services.AddScoped<SubmitOrientation>();
        services.AddScoped<SendResumeLink>();
        services.AddScoped<ConfirmationReader>();
        services.AddScoped<DraftPurge>();
        services.AddHostedService<DraftPurgeJob>();
    }
}
