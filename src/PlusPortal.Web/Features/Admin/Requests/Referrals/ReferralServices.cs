namespace PlusPortal.Web.Features.Admin.Requests.Referrals;

/// <summary>Use-cases of the folder.</summary>
public static class ReferralServices
{
    /// <summary>Registers them.</summary>
    public static void AddReferral(this IServiceCollection services)
    {
        services.AddScoped<SendReferrals>();
        services.AddScoped<FollowReferral>();
        services.AddScoped<TakeRungsBack>();
    }
}
