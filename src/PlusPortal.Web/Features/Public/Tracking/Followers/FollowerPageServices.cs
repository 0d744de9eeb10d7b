namespace PlusPortal.Web.Features.Public.Tracking.Followers;

/// <summary>Use-cases of the folder.</summary>
public static class FollowerPageServices
{
    /// <summary>Registers them.</summary>
    public static void AddFollowerPage(this IServiceCollection services)
    {
        services.AddScoped<InviteFollowers>();
        services.AddScoped<AcceptFollowing>();
        services.AddScoped<LeaveRequest>();
    }
}
