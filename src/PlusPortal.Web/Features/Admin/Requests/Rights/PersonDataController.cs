using Microsoft.AspNetCore.Mvc;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Web.Security;

namespace PlusPortal.Web.Features.Admin.Requests.Rights;

/// <summary>Somebody telephoned or wrote about its data: staff send a link to the recorded address, or erase.</summary>
[Area(Areas.Admin)]
[Route(RequestLinks.RequestRoute + "/donnees")]
public sealed class PersonDataController(RequestForms forms, AnswerPerson answer) : Controller
{
    /// <summary>How they knew who asks; the page leads to the erasure too.</summary>
    [HttpGet("")]
    [StaffAct(nameof(Acts.SendDataLink), ActPlace.Address, Look = ActLook.Plain)]
    public Task<IActionResult> Send(string reference, CancellationToken ct) => SendPageAsync(reference, null, null, StatusCodes.Status200OK, ct);

    /// <summary>Sends the link.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Send(string reference, Seen seen, [Bind(Prefix = "Form")] DataLinkForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid) return await Again(StatusCodes.Status400BadRequest);
        return await this.AnswerAsync(await answer.SendLinkAsync(reference, seen, form, User.AsStaff, ct), reference, Again);

        Task<IActionResult> Again(int status) => SendPageAsync(reference, form, seen, status, ct);
    }

    /// <summary>What goes, what stays, and how they knew who asks.</summary>
    [HttpGet("effacement")]
    [StaffAct(nameof(Acts.AskErasure), ActPlace.Address, Look = ActLook.Plain)]
    public Task<IActionResult> Erase(string reference, CancellationToken ct) => ErasePageAsync(reference, null, null, StatusCodes.Status200OK, ct);

    /// <summary>Erases.</summary>
    [HttpPost("effacement")]
    public async Task<IActionResult> Erase(string reference, Seen seen, [Bind(Prefix = "Form")] ErasureForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid) return await Again(StatusCodes.Status400BadRequest);
        return await this.AnswerAsync(await answer.EraseAsync(reference, seen, form, User.AsStaff, ct), reference, Again);

        Task<IActionResult> Again(int status) => ErasePageAsync(reference, form, seen, status, ct);
    }

    private async Task<IActionResult> SendPageAsync(string reference, DataLinkForm? typed, Seen? seen, int status, CancellationToken ct) =>
        this.Form("Send", await forms.OpenAsync(reference, _ => typed ?? new DataLinkForm(), request => request.RefusalFor(Acts.SendDataLink, User.AsStaff), seen, ct), status);

    private async Task<IActionResult> ErasePageAsync(string reference, ErasureForm? typed, Seen? seen, int status, CancellationToken ct) =>
        this.Form("EraseForm", await forms.OpenAsync(reference, _ => typed ?? new ErasureForm(), request => request.RefusalFor(Acts.AskErasure, User.AsStaff), seen, ct), status);
}
