using Microsoft.AspNetCore.Mvc;
using PlusPortal.Data;
using PlusPortal.Web.Security;

namespace PlusPortal.Web.Features.Admin.Triage;

/// <summary>Who looks after a request, and whether it is open.</summary>
[Area(Areas.Admin)]
[Route(TriageLinks.RequestRoute)]
public sealed class ChargeController(TriageForms forms, TakeInCharge charge, CloseRequest closing, PortalDb db) : Controller
{
    /// <summary>Takes the request.</summary>
    [HttpPost("prise-en-charge")]
    public async Task<IActionResult> Take(string reference, Seen seen, CancellationToken ct) =>
        await this.AnswerAsync(await charge.ExecuteAsync(reference, seen, User.AsStaff, ct), reference, seen, forms, ct);

    /// <summary>Gives it back to the team.</summary>
    [HttpPost("mise-a-disposition")]
    public async Task<IActionResult> Release(string reference, Seen seen, CancellationToken ct) =>
        await this.AnswerAsync(await charge.ReleaseAsync(reference, seen, User.AsStaff, ct), reference, seen, forms, ct);

    /// <summary>Choice of a colleague.</summary>
    [HttpGet("affectation")]
    public Task<IActionResult> Assign(string reference, CancellationToken ct) => AssignPageAsync(reference, null, null, StatusCodes.Status200OK, ct);

    /// <summary>Gives the request to a colleague.</summary>
    [HttpPost("affectation")]
    public async Task<IActionResult> Assign(string reference, Seen seen, [Bind(Prefix = "Form")] AssignForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid) return await Again(StatusCodes.Status400BadRequest);
        return await this.AnswerAsync(await charge.AssignAsync(reference, seen, form.StaffId!.Value, User.AsStaff, ct), reference, Again);

        Task<IActionResult> Again(int status) => AssignPageAsync(reference, form, seen, status, ct);
    }

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

    private async Task<IActionResult> AssignPageAsync(string reference, AssignForm? typed, Seen? seen, int status, CancellationToken ct)
    {
        var page = await forms.OpenAsync(reference, _ => typed ?? new AssignForm(), lawful => lawful.Assign, seen, ct);
        return this.Form(TriageViews.Assign, page is null ? null : page with { Choices = await db.StaffChoicesAsync(User.UserId, ct) }, status);
    }

    private async Task<IActionResult> ClosePageAsync(string reference, CloseForm? typed, Seen? seen, int status, CancellationToken ct) =>
        this.Form(TriageViews.Close, await forms.OpenAsync(reference, _ => typed ?? new CloseForm(), lawful => lawful.Close, seen, ct), status);

    private async Task<IActionResult> ReopenPageAsync(string reference, ReasonForm? typed, Seen? seen, int status, CancellationToken ct) =>
        this.Form(TriageViews.Reopen, await forms.OpenAsync(reference, _ => typed ?? new ReasonForm(), lawful => lawful.Reopen, seen, ct), status);
}
