using PlusPortal.Web.Features.Partner.Offers;

namespace PlusPortal.Web.Features.Partner.Inbox;

/// <summary>Services of the partner space.</summary>
public static class PartnerServices
{
    /// <summary>Registers them.</summary>
    public static void AddPartnerSpace(this IServiceCollection services)
    {
        services.AddScoped<InboxReader>();
        services.AddScoped<ReferralReader>();
        services.AddScoped<AnswerReferral>();
        services.AddScoped<BetterActors>();
        services.AddScoped<OfferReader>();
        services.AddScoped<ProposeRevision>();
    }
}
