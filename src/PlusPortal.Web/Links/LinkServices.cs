using PlusPortal.Web.Settings;

namespace PlusPortal.Web.Links;

/// <summary>Registers what makes private links and their addresses.</summary>
public static class LinkServices
{
    private const string DefaultAddress = "http://localhost:5080";

    /// <summary>Where others may reach the portal, the public address is required, since guessing it from a request would let anybody forge links.</summary>
    public static void AddLinks(this WebApplicationBuilder builder)
    {
        var options = builder.Services.AddSettings<PortalOptions>();
        if (builder.Environment.IsExposed)
        {
            options.Validate(portal => portal.IsHttps, "Set Portal__BaseAddress to an address that begins with https://: what people tell must not travel in the open.");
        }
        else
        {
            options.PostConfigure(portal => portal.BaseAddress ??= DefaultAddress);
        }

        builder.Services.AddSingleton<PortalAddress>();
        builder.Services.AddScoped<LinkIssuer>();
    }
}
