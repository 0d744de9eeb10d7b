using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Domain;
using PlusPortal.Web.Labels;

namespace PlusPortal.Web.Features.Shared;

/// <summary>Turns a broken rule and a concurrent change into the 409 page. Pages that can do better (show both versions) catch the conflict themselves.</summary>
public sealed class DomainRuleFilter(IModelMetadataProvider metadata) : IExceptionFilter
{
    /// <inheritdoc />
    public void OnException(ExceptionContext context)
    {
        var sentence = context.Exception switch
        {
            DomainRuleException broken => RuleSentences.Of(broken.Code),
            DbUpdateException { IsConflict: true } => RuleSentences.ChangedMeanwhile,
            _ => null,
        };
        if (sentence is null) return;

        context.Result = new ViewResult
        {
            ViewName = "Conflict",
            StatusCode = StatusCodes.Status409Conflict,
            ViewData = new ViewDataDictionary(metadata, context.ModelState) { Model = new ConflictPage(sentence, context.HttpContext.Request.Headers.Referer) },
        };
        context.ExceptionHandled = true;
    }
}
