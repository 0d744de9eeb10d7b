using Microsoft.AspNetCore.Mvc;
using PlusPortal.Web.Features.Public.Orientation.Check;
using PlusPortal.Web.Features.Public.Orientation.Confirmation;
using PlusPortal.Web.Features.Public.Orientation.Drafts;
using PlusPortal.Web.Features.Public.Orientation.Resume;
using PlusPortal.Web.Features.Public.Orientation.Situation;
using PlusPortal.Web.Features.Public.Orientation.Steps;
using PlusPortal.Web.Features.Shared.Facts;
using PlusPortal.Web.Jobs;

namespace PlusPortal.Web.Features.Public.Orientation;

/// <summary>Services of the request form.</summary>
public static class OrientationServices
{
    /// <summary>Registers them.</summary>
    public static void AddOrientation(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton(new FormSteps(FormPages.All));
        services.AddSingleton(provider => new DeclaredFacts([.. provider.GetRequiredService<FormSteps>().Facts]));
        // The facts are asked for here so that a wrong one stops the start.
        services.AddOptions<MvcOptions>().Configure<FormSteps, DeclaredFacts>((options, form, _) => options.Conventions.Add(new StepRoutes(form)));
        services.AddScoped<DraftAccess>();
        services.AddScoped<StepPages>();
        services.AddScoped<SaveStep>();
        services.AddScoped<FindCommune>();
        services.AddScoped<SubmitOrientation>();
        services.AddScoped<SendResumeLink>();
        services.AddScoped<ConfirmationReader>();
        services.AddJob<DraftPurge>("brouillons", "0 * * * *");
    }
}
