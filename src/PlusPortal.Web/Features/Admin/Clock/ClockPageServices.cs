namespace PlusPortal.Web.Features.Admin.Clock;

/// <summary>Services of the page of the clock.</summary>
public static class ClockPageServices
{
    /// <summary>Registers them.</summary>
    public static void AddClockPage(this IServiceCollection services) => services.AddScoped<ClockReader>();
}
