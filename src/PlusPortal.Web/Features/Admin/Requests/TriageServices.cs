namespace PlusPortal.Web.Features.Admin.Requests;

/// <summary>What the pages of a request share.</summary>
public static class TriageServices
{
    /// <summary>Registers them.</summary>
    public static void AddTriage(this IServiceCollection services)
    {
        services.AddScoped<TriageForms>();
        services.AddScoped<TextActs>();
        services.AddSingleton<StaffActions>();
        services.AddScoped<RequestChange>();
    }
}
