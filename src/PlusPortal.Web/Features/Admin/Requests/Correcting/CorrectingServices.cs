namespace PlusPortal.Web.Features.Admin.Requests.Correcting;

/// <summary>Use-cases of the folder.</summary>
public static class CorrectingServices
{
    /// <summary>Registers them.</summary>
    public static void AddCorrecting(this IServiceCollection services)
    {
        services.AddScoped<CorrectRequest>();
        services.AddScoped<CorrectAddress>();
    }
}
