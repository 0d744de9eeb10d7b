namespace PlusPortal.Web.Features.Admin.Requests.ByHand;

/// <summary>Use-cases of the folder.</summary>
public static class ByHandServices
{
    /// <summary>Registers them.</summary>
    public static void AddHandTexts(this IServiceCollection services) => services.AddScoped<HandTextReader>().AddScoped<TellByHand>();
}
