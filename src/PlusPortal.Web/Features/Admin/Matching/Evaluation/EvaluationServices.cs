namespace PlusPortal.Web.Features.Admin.Matching.Evaluation;

/// <summary>Reader of the evaluation, and what it remembers.</summary>
public static class EvaluationServices
{
    /// <summary>Registers them.</summary>
    public static void AddEvaluation(this IServiceCollection services)
    {
        services.AddScoped<EvaluationReader>();
        services.AddSingleton<EvaluationMemory>();
    }
}
