namespace PlusPortal.Web.Features.Partner.Inbox;

/// <summary>Readers and use-case of the requests of a partner.</summary>
public static class InboxServices
{
    /// <summary>Registers them.</summary>
    public static void AddInbox(this IServiceCollection services)
    {
        services.AddScoped<InboxReader>();
        services.AddScoped<ReferralReader>();
        services.AddScoped<AnswerReferral>();
        services.AddScoped<BetterActors>();
    }
}
