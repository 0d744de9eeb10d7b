using Microsoft.AspNetCore.Mvc;
using PlusPortal.Web.Features.Public.Orientation.Check;
using PlusPortal.Web.Features.Public.Orientation.Confirmation;
using PlusPortal.Web.Features.Public.Orientation.Drafts;
using PlusPortal.Web.Features.Public.Orientation.Resume;
using PlusPortal.Web.Features.Public.Orientation.Situation;
using PlusPortal.Web.Features.Public.Orientation.Steps;
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
        services.AddOptions<MvcOptions>().Configure<FormSteps>((options, form) => options.Conventions.Add(new StepRoutes(form)));
        services.AddScoped<DraftAccess>();
        services.AddScoped<StepPages>();
        services.AddScoped<SaveStep>();
        services.AddScoped<FindCommune>();
        services.AddScoped<SubmitOrientation>();
        services.AddScoped<SendResumeLink>();
        services.AddScoped<ConfirmationReader>();
        services.AddJob<UntouchedDrafts>(UntouchedDrafts.Code, "15 8-19 * * 1-5");
        services.AddJob<DraftPurge>(DraftPurge.Code, "0 * * * *");
    }
}
