namespace PlusPortal.Web.Features.Admin.Requests.Closing;

/// <summary>Use-cases of the folder.</summary>
public static class ClosingServices
{
    /// <summary>Registers them.</summary>
    public static void AddClosing(this IServiceCollection services)
    {
        services.AddScoped<CloseRequest>();
    }
}
