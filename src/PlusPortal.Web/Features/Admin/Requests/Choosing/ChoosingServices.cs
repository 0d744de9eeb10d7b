namespace PlusPortal.Web.Features.Admin.Requests.Choosing;

/// <summary>Use-cases of the folder.</summary>
public static class ChoosingServices
{
    /// <summary>Registers them.</summary>
    public static void AddChoosing(this IServiceCollection services)
    {
        services.AddScoped<RunMatching>();
        services.AddScoped<ChooseActors>();
        services.AddScoped<AskConsent>();
    }
}
