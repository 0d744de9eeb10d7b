using PlusPortal.Data.Limits;
using PlusPortal.Web.Jobs;

namespace PlusPortal.Web.Security.Limits;

/// <summary>Registers what counts limits in the database.</summary>
public static class LimitServices
{
    /// <summary>Registers it.</summary>
    public static void AddCountedLimits(this IServiceCollection services)
    {
        services.AddScoped<LimitCounter>();
        services.AddJob<LimitPurge>("decomptes", "20 * * * *");
    }
}
