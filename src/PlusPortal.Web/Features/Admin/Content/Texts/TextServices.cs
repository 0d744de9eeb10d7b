namespace PlusPortal.Web.Features.Admin.Content.Texts;

/// <summary>Reader and use-case of the texts.</summary>
public static class TextServices
{
    /// <summary>Registers them.</summary>
    public static void AddTexts(this IServiceCollection services)
    {
        services.AddScoped<TextHistory>();
        services.AddScoped<PublishText>();
    }
}
