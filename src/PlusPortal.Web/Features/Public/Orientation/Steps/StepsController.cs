using Microsoft.AspNetCore.Mvc;
using PlusPortal.Web.Features.Public.Orientation.Drafts;
using PlusPortal.Web.Features.Shared;
using PlusPortal.Web.Security;

namespace PlusPortal.Web.Features.Public.Orientation.Steps;

/// <summary>The pages of questions that need nothing but the draft: <see cref="StepRoutes"/> gives each its address.</summary>
[Area(Areas.Public)]
[Route(OrientationLinks.Root)]
public sealed class StepsController(StepPages pages) : Controller
{
    private FormStep Step => HttpContext.GetEndpoint()!.Metadata.GetRequiredMetadata<FormStep>();

    /// <summary>The questions of a page.</summary>
    [HttpGet]
    public Task<IActionResult> Show(Guid draftId, string? retour, CancellationToken ct) => pages.ShowAsync(this, draftId, Step, retour, ct);

    /// <summary>Keeps its answers.</summary>
    [HttpPost]
    public async Task<IActionResult> Save(Guid draftId, string? retour, string? suite, CancellationToken ct)
    {
        var form = Step.Blank();
        await TryUpdateModelAsync(form, form.GetType(), prefix: "");
        return await pages.SaveAsync(this, draftId, Step, form, retour, suite, ct);
    }
}
