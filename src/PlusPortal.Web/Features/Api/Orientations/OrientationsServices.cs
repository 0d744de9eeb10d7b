using Microsoft.AspNetCore.Mvc;

namespace PlusPortal.Web.Features.Api.Orientations;

/// <summary>Services of the public preview.</summary>
public static class OrientationsServices
{
    /// <summary>Address of the OpenAPI document.</summary>
    public const string DocumentPattern = "/openapi/{documentName}.json";

    /// <summary>Registers them.</summary>
    public static void AddPreview(this IServiceCollection services)
    {
        services.AddOpenApi("v1", OrientationsOpenApi.Describe);
        services.Configure<MvcOptions>(options => options.InputFormatters.Insert(0, new PreviewRequestFormatter()));
        services.Configure<ApiBehaviorOptions>(options =>
        {
            // Other refusals are told by the pages of failures, in French and with a reference.
            options.SuppressMapClientErrors = true;
            options.InvalidModelStateResponseFactory = context => ApiProblems.WrongFields(context.HttpContext, context.ModelState);
        });
    }
}
