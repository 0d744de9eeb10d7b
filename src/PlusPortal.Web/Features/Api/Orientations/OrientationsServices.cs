using Microsoft.AspNetCore.Mvc;
using PlusPortal.Web.Features.Shared.Matching;
using PlusPortal.Web.Jobs;

namespace PlusPortal.Web.Features.Api.Orientations;

/// <summary>Services of the matching: the snapshot of the directory and the public preview.</summary>
public static class OrientationsServices
{
    /// <summary>Address of the OpenAPI document.</summary>
    public const string DocumentPattern = "/openapi/{documentName}.json";

    /// <summary>Registers them.</summary>
    public static void AddMatching(this WebApplicationBuilder builder)
    {
        builder.Services.Configure<CatalogOptions>(builder.Configuration.GetSection(CatalogOptions.Section));
        builder.Services.AddSingleton<CatalogCache>();
        builder.Services.AddSingleton<IChangeFollower>(provider => provider.GetRequiredService<CatalogCache>());
        builder.Services.AddSingleton<PublishedRules>();
        builder.Services.AddSingleton<IChangeFollower>(provider => provider.GetRequiredService<PublishedRules>());
        builder.Services.AddSingleton<CurrentLexicon>();
        builder.Services.AddSingleton<IChangeFollower>(provider => provider.GetRequiredService<CurrentLexicon>());
        builder.Services.AddHostedService<ChangeListener>();
        builder.Services.AddScoped<RequestMatcher>();
        builder.Services.AddOpenApi("v1", OrientationsOpenApi.Describe);
        builder.Services.Configure<MvcOptions>(options => options.InputFormatters.Insert(0, new PreviewRequestFormatter()));
        builder.Services.Configure<ApiBehaviorOptions>(options => options.InvalidModelStateResponseFactory = context => ApiProblems.WrongFields(context.HttpContext, context.ModelState));
    }
}
