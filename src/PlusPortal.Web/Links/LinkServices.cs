using PlusPortal.Web.Settings;

namespace PlusPortal.Web.Links;

/// <summary>Registers what makes private links and their addresses.</summary>
public static class LinkServices
{
    private const string DefaultAddress = "http://localhost:5080";

    /// <summary>The public address is required in Production: guessing it from a request would let anybody forge links.</summary>
    public static void AddLinks(this WebApplicationBuilder builder)
    {
        var options = builder.Services.AddSettings<PortalOptions>();
        if (!builder.Environment.IsProduction()) options.PostConfigure(portal => portal.BaseAddress ??= DefaultAddress);
        builder.Services.AddSingleton<PortalAddress>();
        builder.Services.AddScoped<LinkIssuer>();
    }
}
