namespace PlusPortal.Web.Features.Admin.People.Factor;

/// <summary>Use-case of a lost second factor.</summary>
public static class FactorServices
{
    /// <summary>Registers it.</summary>
    public static void AddFactorReset(this IServiceCollection services)
    {
        services.AddScoped<ResetFactor>();
    }
}
