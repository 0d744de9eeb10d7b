using Microsoft.AspNetCore.Mvc;
using PlusPortal.Data;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Web.Security;

namespace PlusPortal.Web.Features.Admin.Requests.Charge;

/// <summary>Who looks after a request.</summary>
[Area(Areas.Admin)]
[Route(RequestLinks.RequestRoute)]
public sealed class ChargeController(RequestForms forms, TakeInCharge charge, PortalDb db) : Controller
{
    /// <summary>Takes the request.</summary>
    [HttpPost("prise-en-charge")]
    [StaffAct(nameof(Acts.TakeInCharge), ActPlace.Top, Look = ActLook.Primary)]
    public async Task<IActionResult> Take(string reference, Seen seen, CancellationToken ct) =>
        await this.AnswerAsync(await charge.ExecuteAsync(reference, seen, User.AsStaff, ct), reference, seen, forms, ct);

    /// <summary>Gives it back to the team.</summary>
    [HttpPost("mise-a-disposition")]
    [StaffAct(nameof(Acts.Release), ActPlace.Top)]
    public async Task<IActionResult> Release(string reference, Seen seen, CancellationToken ct) =>
        await this.AnswerAsync(await charge.ReleaseAsync(reference, seen, User.AsStaff, ct), reference, seen, forms, ct);

    /// <summary>Choice of a colleague.</summary>
    [HttpGet("affectation")]
    [StaffAct(nameof(Acts.Assign), ActPlace.Top)]
    public Task<IActionResult> Assign(string reference, CancellationToken ct) => AssignPageAsync(reference, null, null, StatusCodes.Status200OK, ct);

    /// <summary>Gives the request to a colleague.</summary>
    [HttpPost("affectation")]
    public async Task<IActionResult> Assign(string reference, Seen seen, [Bind(Prefix = "Form")] AssignForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid) return await Again(StatusCodes.Status400BadRequest);
        return await this.AnswerAsync(await charge.AssignAsync(reference, seen, form.StaffId!.Value, User.AsStaff, ct), reference, Again);

        Task<IActionResult> Again(int status) => AssignPageAsync(reference, form, seen, status, ct);
    }

    private async Task<IActionResult> AssignPageAsync(string reference, AssignForm? typed, Seen? seen, int status, CancellationToken ct)
    {
        var page = await forms.OpenAsync(reference, _ => typed ?? new AssignForm(), request => request.RefusalFor(Acts.Assign, User.AsStaff), seen, ct);
        return this.Form("Assign", page is null ? null : page with { Choices = await db.StaffChoicesAsync(User.UserId, ct) }, status);
    }
}
