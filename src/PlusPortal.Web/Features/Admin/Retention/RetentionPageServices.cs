namespace PlusPortal.Web.Features.Admin.Retention;

/// <summary>Services of the page of the retention.</summary>
public static class RetentionPageServices
{
    /// <summary>Registers them.</summary>
    public static void AddRetentionPage(this IServiceCollection services) => services.AddScoped<RetentionReader>();
}
