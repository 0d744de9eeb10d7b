namespace PlusPortal.Web.Features.Shared.Offers;

/// <summary>What the forms of an offer read.</summary>
public static class OfferFormServices
{
    /// <summary>Registers them.</summary>
    public static void AddOfferForms(this IServiceCollection services)
    {
        services.AddScoped<ZoneReader>();
    }
}
