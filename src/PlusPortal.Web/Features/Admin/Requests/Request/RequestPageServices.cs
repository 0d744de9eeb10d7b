namespace PlusPortal.Web.Features.Admin.Requests.Request;

/// <summary>Reader of the page.</summary>
public static class RequestPageServices
{
    /// <summary>Registers them.</summary>
    public static void AddRequestPage(this IServiceCollection services)
    {
        services.AddScoped<RequestPageReader>();
    }
}
