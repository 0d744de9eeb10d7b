namespace PlusPortal.Web.Features.Shared.Rights;

/// <summary>What the pages of the person and those of staff share.</summary>
public static class RightsServices
{
    /// <summary>Registers it.</summary>
    public static void AddRights(this IServiceCollection services)
    {
        services.AddScoped<EraseRequest>();
    }
}
