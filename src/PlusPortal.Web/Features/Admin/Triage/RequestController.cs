using Microsoft.AspNetCore.Mvc;
using PlusPortal.Web.Security;

namespace PlusPortal.Web.Features.Admin.Triage;

/// <summary>The page of a request.</summary>
[Area(Areas.Admin)]
[Route(TriageLinks.RequestRoute)]
public sealed class RequestController(RequestPageReader pages) : Controller
{
    /// <summary>Shows the whole story, the decision to take and what is lawful now.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Show(string reference, string? fait, CancellationToken ct) =>
        await pages.ReadAsync(reference, User.UserId, ct) is { } page
            ? View(TriageViews.Request, page with { DoneSentence = DoneSentences.Of(fait) })
            : NotFound();
}
