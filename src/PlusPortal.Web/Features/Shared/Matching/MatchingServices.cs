using PlusPortal.Web.Jobs;
using PlusPortal.Web.Settings;

namespace PlusPortal.Web.Features.Shared.Matching;

/// <summary>Services of the matching: the snapshot of the directory, the rules and the lexicon in force.</summary>
public static class MatchingServices
{
    /// <summary>Registers them.</summary>
    public static void AddMatching(this IServiceCollection services)
    {
        services.AddSettings<CatalogOptions>();
        services.AddSingleton<CatalogCache>();
        services.AddSingleton<IChangeFollower>(provider => provider.GetRequiredService<CatalogCache>());
        services.AddSingleton<PublishedRules>();
        services.AddSingleton<IChangeFollower>(provider => provider.GetRequiredService<PublishedRules>());
        services.AddSingleton<CurrentLexicon>();
        services.AddSingleton<IChangeFollower>(provider => provider.GetRequiredService<CurrentLexicon>());
        services.AddHostedService<ChangeListener>();
        services.AddScoped<RequestMatcher>();
    }
}
