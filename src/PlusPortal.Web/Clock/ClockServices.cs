using PlusPortal.Web.Email;
using PlusPortal.Web.Jobs;

namespace PlusPortal.Web.Clock;

/// <summary>Services of the clock.</summary>
public static class ClockServices
{
    /// <summary>Registers them.</summary>
    public static void AddClock(this IServiceCollection services)
    {
        services.AddScoped<ClockWork>();
        services.AddScoped<IHeldConsequences, ClockWork>();
        services.AddScoped<ActorClocks>();
        services.AddJob<ClockJob>(ClockJob.Code, "*/5 * * * *");
    }
}
