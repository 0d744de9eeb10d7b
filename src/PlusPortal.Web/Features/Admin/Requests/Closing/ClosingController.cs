using Microsoft.AspNetCore.Mvc;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Web.Security;

namespace PlusPortal.Web.Features.Admin.Requests.Closing;

/// <summary>End of a request, and its opening again.</summary>
[Area(Areas.Admin)]
[Route(RequestLinks.RequestRoute)]
public sealed class ClosingController(RequestForms forms, TextActs texts, CloseRequest closing) : Controller
{
    /// <summary>Reason of the end; the page says what follows.</summary>
    [HttpGet("fin")]
    [StaffAct(nameof(Acts.Close), ActPlace.Top)]
    public Task<IActionResult> Close(string reference, CancellationToken ct) => ClosePageAsync(reference, null, null, StatusCodes.Status200OK, ct);

    /// <summary>Ends the request.</summary>
    [HttpPost("fin")]
    public async Task<IActionResult> Close(string reference, Seen seen, [Bind(Prefix = "Form")] CloseForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid) return await Again(StatusCodes.Status400BadRequest);
        return await this.AnswerAsync(await closing.ExecuteAsync(reference, seen, form, User.AsStaff, ct), reference, Again);

        Task<IActionResult> Again(int status) => ClosePageAsync(reference, form, seen, status, ct);
    }

    /// <summary>Reason to open the request again.</summary>
    [HttpGet("reouverture")]
    [StaffAct(nameof(Acts.Reopen), ActPlace.Top, Look = ActLook.Primary)]
    public Task<IActionResult> Reopen(string reference, CancellationToken ct) => texts.ShowAsync(this, Acts.Reopen, reference, ct);

    /// <summary>Opens it again.</summary>
    [HttpPost("reouverture")]
    public Task<IActionResult> Reopen(string reference, Seen seen, [Bind(Prefix = "Form")] TextActForm form, CancellationToken ct) =>
        texts.DoAsync(this, Acts.Reopen, reference, seen, form, (request, reason, by, now, today) => request.Reopen(reason, by, now, today), ct);

    private async Task<IActionResult> ClosePageAsync(string reference, CloseForm? typed, Seen? seen, int status, CancellationToken ct) =>
        this.Form("Close", await forms.OpenAsync(reference, _ => typed ?? new CloseForm(), request => request.RefusalFor(Acts.Close, User.AsStaff), seen, ct), status);
}
