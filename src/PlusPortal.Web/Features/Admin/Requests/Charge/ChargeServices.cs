namespace PlusPortal.Web.Features.Admin.Requests.Charge;

/// <summary>Use-cases of the folder.</summary>
public static class ChargeServices
{
    /// <summary>Registers them.</summary>
    public static void AddCharge(this IServiceCollection services)
    {
        services.AddScoped<TakeInCharge>();
    }
}
