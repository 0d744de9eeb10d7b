using PlusPortal.Data;
using PlusPortal.Web.Jobs;
using PlusPortal.Web.Settings;

namespace PlusPortal.Web.Retention;

/// <summary>Registers the retention.</summary>
public static class RetentionServices
{
    /// <summary>The terms, the lines and the job, at night in Paris: before the backup of most machines, after the day is over.</summary>
    public static void AddRetention(this IServiceCollection services)
    {
        services.AddSettings<RetentionOptions>();
        services.AddScoped<OneByOne>();
        foreach (var line in BatchLine.All) services.AddScoped<IRetentionLine>(provider => line(provider.GetRequiredService<PortalDb>()));
        services.AddScoped<IRetentionLine, ClosedRequestLine>();
        services.AddScoped<IRetentionLine, DormantRequestLine>();
        services.AddScoped<IRetentionLine, UnusedAccountLine>();
        services.AddScoped<IRetentionLine, AccountNoticeLine>();
        services.AddJob<RetentionJob>(RetentionJob.Code, "30 2 * * *");
    }
}
