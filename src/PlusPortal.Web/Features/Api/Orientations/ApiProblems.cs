using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using PlusPortal.Web.Features.Shared;

namespace PlusPortal.Web.Features.Api.Orientations;

/// <summary>Refusals for programs: RFC 9457, in French.</summary>
internal static class ApiProblems
{
    /// <summary>400 that names every wrong field with a sentence.</summary>
    public static BadRequestObjectResult WrongFields(HttpContext context, ModelStateDictionary fields)
    {
        // MVC also reports the absent argument under the name of the parameter: one line too many, unless the body was empty.
        foreach (var unknown in fields.Keys.Where(key => !PreviewRequest.Fields.All.Contains(key)).ToList()) fields.Remove(unknown);
        if (fields.ErrorCount == 0) fields.AddModelError(PreviewRequest.Fields.Body, "Le contenu est vide\u00A0: envoyez un objet JSON.");

        var problem = context.RequestServices.GetRequiredService<ProblemDetailsFactory>().CreateValidationProblemDetails(
            context,
            fields,
            StatusCodes.Status400BadRequest,
            title: "Des champs ne conviennent pas",
            detail: "Corrigez les champs nommés dans «\u00A0errors\u00A0», puis renvoyez la demande.");
        problem.Extensions["reference"] = context.TraceReference;
        return new BadRequestObjectResult(problem) { ContentTypes = { "application/problem+json" } };
    }
}
