namespace PlusPortal.Web.Features.Admin.Matching.Rules;

/// <summary>Readers and use-cases of the rules.</summary>
public static class RulesServices
{
    /// <summary>Registers them.</summary>
    public static void AddRules(this IServiceCollection services)
    {
        services.AddScoped<RulesReader>();
        services.AddScoped<ReplayReader>();
        services.AddScoped<ProposeRules>();
        services.AddScoped<DecideRules>();
    }
}
