namespace PlusPortal.Web.Features.Public.ActorLinks;

/// <summary>What the pages behind the links of actors share.</summary>
public static class ActorLinkServices
{
    /// <summary>Registers it.</summary>
    public static void AddActorLinks(this IServiceCollection services)
    {
        services.AddScoped<ActorLinkReader>();
        services.AddScoped<SendActorLink>();
    }
}
