using Microsoft.AspNetCore.Mvc;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Web.Security;
using PlusPortal.Web.Security.Audit;

namespace PlusPortal.Web.Features.Admin.Requests.Correcting;

/// <summary>Correction of the address of the person.</summary>
[Area(Areas.Admin)]
[Route(RequestLinks.RequestRoute + "/correction-adresse")]
public sealed class AddressController(RequestForms forms, CorrectAddress correct, AuditLog audit) : Controller
{
    /// <summary>The address recorded, and a field for the right one.</summary>
    [HttpGet("")]
    [StaffAct(nameof(Acts.CorrectAddress), ActPlace.Address, Look = ActLook.Plain)]
    public Task<IActionResult> Edit(string reference, CancellationToken ct) => PageAsync(reference, null, null, StatusCodes.Status200OK, ct);

    /// <summary>Corrects it.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Edit(string reference, Seen seen, [Bind(Prefix = "Form")] CorrectedAddressForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid) return await Again(StatusCodes.Status400BadRequest);
        return await this.AnswerAsync(await correct.ExecuteAsync(reference, seen, form.Email!.Trim(), User.AsStaff, ct), reference, Again);

        Task<IActionResult> Again(int status) => PageAsync(reference, form, seen, status, ct);
    }

    private async Task<IActionResult> PageAsync(string reference, CorrectedAddressForm? typed, Seen? seen, int status, CancellationToken ct)
    {
        var page = await forms.OpenAsync(reference, request => typed ?? new CorrectedAddressForm { Email = request.Contact.Email }, request => request.RefusalFor(Acts.CorrectAddress, User.AsStaff), seen, ct);
        if (page is not null) audit.Read(page.Head.Id, AuditAct.ContactRead);
        return this.Form("Address", page, status);
    }
}
