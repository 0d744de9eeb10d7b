namespace PlusPortal.Web.Features.Admin.Triage;

/// <summary>Use-cases and readers of the triage.</summary>
public static class TriageServices
{
    /// <summary>Registers them.</summary>
    public static void AddTriage(this IServiceCollection services)
    {
        services.AddScoped<RequestPageReader>();
        services.AddScoped<TriageForms>();
        services.AddScoped<TakeInCharge>();
        services.AddScoped<CloseRequest>();
        services.AddScoped<AskStructure>();
        services.AddScoped<VouchForAddress>();
        services.AddScoped<AddNote>();
        services.AddScoped<CommuneSearch>();
        services.AddScoped<CorrectRequest>();
        services.AddScoped<RunMatching>();
        services.AddScoped<ChooseActors>();
        services.AddScoped<AskConsent>();
        services.AddScoped<SendReferrals>();
        services.AddScoped<FollowReferral>();
    }
}
