using Microsoft.AspNetCore.Mvc;
using PlusPortal.Web.Security;

namespace PlusPortal.Web.Features.Admin.Requests.Closing;

/// <summary>End of a request, and its opening again.</summary>
[Area(Areas.Admin)]
[Route(TriageLinks.RequestRoute)]
public sealed class ClosingController(TriageForms forms, CloseRequest closing) : Controller
{
    /// <summary>Reason of the end; the page says what follows.</summary>
    [HttpGet("fin")]
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
    public Task<IActionResult> Reopen(string reference, CancellationToken ct) => ReopenPageAsync(reference, null, null, StatusCodes.Status200OK, ct);

    /// <summary>Opens it again.</summary>
    [HttpPost("reouverture")]
    public async Task<IActionResult> Reopen(string reference, Seen seen, [Bind(Prefix = "Form")] ReasonForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid) return await Again(StatusCodes.Status400BadRequest);
        return await this.AnswerAsync(await closing.ReopenAsync(reference, seen, form.Reason!, User.AsStaff, ct), reference, Again);

        Task<IActionResult> Again(int status) => ReopenPageAsync(reference, form, seen, status, ct);
    }

    private async Task<IActionResult> ClosePageAsync(string reference, CloseForm? typed, Seen? seen, int status, CancellationToken ct) =>
        this.Form("Close", await forms.OpenAsync(reference, _ => typed ?? new CloseForm(), lawful => lawful.Close, seen, ct), status);

    private async Task<IActionResult> ReopenPageAsync(string reference, ReasonForm? typed, Seen? seen, int status, CancellationToken ct) =>
        this.Form("Reopen", await forms.OpenAsync(reference, _ => typed ?? new ReasonForm(), lawful => lawful.Reopen, seen, ct), status);
}
