namespace PlusPortal.Web.Features.Partner.Offers;

/// <summary>Reader and use-case of the offers of a partner.</summary>
public static class OffersServices
{
    /// <summary>Registers them.</summary>
    public static void AddPartnerOffers(this IServiceCollection services)
    {
        services.AddScoped<OfferReader>();
        services.AddScoped<ProposeRevision>();
    }
}
