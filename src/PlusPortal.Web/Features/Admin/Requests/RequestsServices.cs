namespace PlusPortal.Web.Features.Admin.Requests;

/// <summary>What the pages of a request share.</summary>
public static class RequestsServices
{
    /// <summary>Registers them.</summary>
    public static void AddRequests(this IServiceCollection services)
    {
        services.AddScoped<RequestForms>();
        services.AddScoped<TextActs>();
        services.AddSingleton<StaffActions>();
        services.AddScoped<RequestChange>();
    }
}
