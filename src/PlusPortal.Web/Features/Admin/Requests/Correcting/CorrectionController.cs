using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Geography;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Web.Features.Admin.Requests.Request;
using PlusPortal.Web.Features.Shared.Communes;
using PlusPortal.Web.Features.Shared.Facts;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Security;

namespace PlusPortal.Web.Features.Admin.Requests.Correcting;

/// <summary>Corrections of what was declared.</summary>
[Area(Areas.Admin)]
[Route(RequestLinks.RequestRoute + "/correction")]
public sealed class CorrectionController(RequestForms forms, CorrectRequest correct, DeclaredFacts facts, PortalDb db) : Controller
{
    /// <summary>The values in force.</summary>
    [HttpGet("")]
    [StaffAct(nameof(Acts.Correct), ActPlace.Declaration, Look = ActLook.Plain)]
    public Task<IActionResult> Edit(string reference, CancellationToken ct) => PageAsync(reference, null, null, [], StatusCodes.Status200OK, ct);

    /// <summary>Corrects them; several communes of one name are put to a choice.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Edit(string reference, Seen seen, [Bind(Prefix = "Form")] CorrectionForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid) return await PageAsync(reference, form, seen, [], StatusCodes.Status400BadRequest, ct);
        var request = await db.OrientationRequests.AsNoTracking().SingleOrDefaultAsync(request => request.Reference == reference, ct);
        if (request is null) return NotFound();
        var found = await CommuneAsync(form, request, ct);
        if (found.Commune is null)
        {
            if (found.Choices.Count > 0) ModelState.AddModelError("Form.CommuneCode", "Plusieurs communes correspondent. Choisissez la bonne dans la liste.");
            else ModelState.AddModelError("Form.Commune", "Aucune commune ne porte ce nom ni ce code postal. Vérifiez l’orthographe, ou essayez le code postal.");
            return await Again(StatusCodes.Status400BadRequest);
        }

        return await this.AnswerAsync(await correct.ExecuteAsync(reference, seen, form, found.Commune, User.AsStaff, ct), reference, Again);

        Task<IActionResult> Again(int status) => PageAsync(reference, form, seen, found.Choices, status, ct);
    }

    /// <summary>The commune of the form: left as it was, found at once, or chosen among several.</summary>
    private async Task<CommuneChoice> CommuneAsync(CorrectionForm form, OrientationRequest request, CancellationToken ct) =>
        string.Equals(form.Commune!.Trim(), request.CommuneName, StringComparison.OrdinalIgnoreCase) && form.CommuneCode is null
            ? new CommuneChoice(new LocatedCommune(request.Place, request.CommuneName, "", null, request.CommuneName), [])
            : await CommuneChoice.ReadAsync(db, form.Commune, form.CommuneCode, ct);

    private async Task<IActionResult> PageAsync(string reference, CorrectionForm? typed, Seen? seen, IReadOnlyList<Choice> communesFound, int status, CancellationToken ct)
    {
        var page = await forms.OpenAsync(reference, request => typed ?? CorrectionForm.For(request), request => request.RefusalFor(Acts.Correct, User.AsStaff), seen, ct);
        return this.Form("Correction", page is null ? null : page with { Choices = communesFound.Count > 1 ? communesFound : [], Facts = DeclarationRows.Correctable(facts, page.Request) }, status);
    }
}
