using PlusPortal.Data.Limits;
using PlusPortal.Web.Jobs;
using PlusPortal.Web.Settings;

namespace PlusPortal.Web.Security.Limits;

/// <summary>Registers what counts limits in the database.</summary>
public static class LimitServices
{
    /// <summary>Registers it.</summary>
    public static void AddCountedLimits(this IServiceCollection services)
    {
        services.AddSettings<DailyCapOptions>();
        services.AddScoped<LimitCounter>();
        services.AddScoped<MailCap>();
        services.AddJob<LimitPurge>("decomptes", "20 * * * *");
    }
}
