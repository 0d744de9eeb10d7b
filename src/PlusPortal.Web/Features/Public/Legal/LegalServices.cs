namespace PlusPortal.Web.Features.Public.Legal;

/// <summary>Services of the legal pages.</summary>
public static class LegalServices
{
    /// <summary>Registers them.</summary>
    public static void AddLegalPages(this IServiceCollection services)
    {
        services.AddSingleton<SiteCookies>();
        services.AddSingleton<SiteMap>();
        services.AddScoped<LegalTexts>();
    }
}
