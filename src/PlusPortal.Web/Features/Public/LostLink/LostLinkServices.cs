namespace PlusPortal.Web.Features.Public.LostLink;

/// <summary>Use-case of the lost link.</summary>
public static class LostLinkServices
{
    /// <summary>Registers them.</summary>
    public static void AddLostLink(this IServiceCollection services)
    {
        services.AddScoped<SendNewLink>();
    }
}
