namespace PlusPortal.Web.Features.Public.Tracking.Satisfaction;

/// <summary>Services of the satisfaction pages.</summary>
public static class SatisfactionServices
{
    /// <summary>Registers them.</summary>
    public static void AddSatisfaction(this IServiceCollection services) => services.AddScoped<AnswerSatisfaction>();
}
