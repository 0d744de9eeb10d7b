namespace PlusPortal.Web.Features.Admin.Requests.HandingOver;

/// <summary>Use-cases of the folder.</summary>
public static class HandingOverServices
{
    /// <summary>Registers them.</summary>
    public static void AddHandingOver(this IServiceCollection services)
    {
        services.AddScoped<HandOverRequest>();
    }
}
