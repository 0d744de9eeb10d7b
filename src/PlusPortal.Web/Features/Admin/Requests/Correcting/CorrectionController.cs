using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Web.Features.Admin.Requests.Request;
using PlusPortal.Web.Features.Shared.Facts;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Security;

namespace PlusPortal.Web.Features.Admin.Requests.Correcting;

/// <summary>Corrections of what was declared.</summary>
[Area(Areas.Admin)]
[Route(TriageLinks.RequestRoute + "/correction")]
public sealed class CorrectionController(TriageForms forms, CommuneSearch communes, CorrectRequest correct, DeclaredFacts facts, PortalDb db) : Controller
{
    /// <summary>The values in force.</summary>
    [HttpGet("")]
    public Task<IActionResult> Edit(string reference, CancellationToken ct) => PageAsync(reference, null, null, [], StatusCodes.Status200OK, ct);

    /// <summary>Corrects them; several communes of one name are put to a choice.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Edit(string reference, Seen seen, [Bind(Prefix = "Form")] CorrectionForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid) return await PageAsync(reference, form, seen, [], StatusCodes.Status400BadRequest, ct);
        var request = await db.OrientationRequests.AsNoTracking().SingleOrDefaultAsync(request => request.Reference == reference, ct);
        if (request is null) return NotFound();
        var found = await communes.FindAsync(form, request, ct);
        if (found.Commune is null)
        {
            if (found.Choices.Count > 0) ModelState.AddModelError("Form.CommuneCode", "Plusieurs communes correspondent. Choisissez la bonne dans la liste.");
            else ModelState.AddModelError("Form.Commune", "Aucune commune ne porte ce nom ni ce code postal. Vérifiez l’orthographe, ou essayez le code postal.");
            return await Again(StatusCodes.Status400BadRequest);
        }

        return await this.AnswerAsync(await correct.ExecuteAsync(reference, seen, form, found.Commune, User.AsStaff, ct), reference, Again);

        Task<IActionResult> Again(int status) => PageAsync(reference, form, seen, found.Choices, status, ct);
    }

    private async Task<IActionResult> PageAsync(string reference, CorrectionForm? typed, Seen? seen, IReadOnlyList<Choice> communesFound, int status, CancellationToken ct)
    {
        var page = await forms.OpenAsync(reference, request => typed ?? CorrectionForm.For(request), lawful => lawful.Correct, seen, ct);
        return this.Form("Correction", page is null ? null : page with { Choices = communesFound.Count > 1 ? communesFound : [], Facts = DeclarationRows.Correctable(facts, page.Request) }, status);
    }
}
