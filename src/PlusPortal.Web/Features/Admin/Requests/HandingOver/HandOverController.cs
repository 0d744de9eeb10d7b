using Microsoft.AspNetCore.Mvc;
using PlusPortal.Data;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Web.Security;
using PlusPortal.Web.Security.Audit;

namespace PlusPortal.Web.Features.Admin.Requests.HandingOver;

/// <summary>The person has left the structure: staff give the request to another of it. And those who follow it beside.</summary>
[Area(Areas.Admin)]
[Route(RequestLinks.RequestRoute)]
public sealed class HandOverController(RequestForms forms, HandOverRequest handOver, AuditLog audit) : Controller
{
    /// <summary>Who it is given to, and how staff knew.</summary>
    [HttpGet("nouvelle-personne")]
    [StaffAct(nameof(Acts.HandOver), ActPlace.Address, Look = ActLook.Plain)]
    public Task<IActionResult> HandOver(string reference, CancellationToken ct) => PageAsync(reference, null, null, StatusCodes.Status200OK, ct);

    /// <summary>Gives it.</summary>
    [HttpPost("nouvelle-personne")]
    public async Task<IActionResult> HandOver(string reference, Seen seen, [Bind(Prefix = "Form")] HandOverForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid) return await Again(StatusCodes.Status400BadRequest);
        return await this.AnswerAsync(await handOver.ExecuteAsync(reference, seen, form, User.AsStaff, ct), reference, Again);

        Task<IActionResult> Again(int status) => PageAsync(reference, form, seen, status, ct);
    }

    /// <summary>Lets somebody follow the request no longer.</summary>
    [HttpPost("personnes/{followerId:guid}/retrait")]
    public async Task<IActionResult> RemoveFollower(string reference, Guid followerId, Seen seen, CancellationToken ct) =>
        await this.AnswerAsync(await handOver.RemoveFollowerAsync(reference, seen, followerId, User.AsStaff, ct), reference, seen, forms, ct);

    private async Task<IActionResult> PageAsync(string reference, HandOverForm? typed, Seen? seen, int status, CancellationToken ct)
    {
        var page = await forms.OpenAsync(reference, _ => typed ?? new HandOverForm(), request => request.RefusalFor(Acts.HandOver, User.AsStaff), seen, ct);
        if (page is not null) audit.Read(page.Head.Id, AuditAct.ContactRead);
        return this.Form("HandOver", page, status);
    }
}
