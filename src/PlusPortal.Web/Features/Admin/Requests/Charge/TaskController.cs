using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Web.Labels.Clock;
using PlusPortal.Web.Security;

namespace PlusPortal.Web.Features.Admin.Requests.Charge;

/// <summary>Staff did what stood on their list: « C’est fait ».</summary>
[Area(Areas.Admin)]
[Route(RequestLinks.RequestRoute + "/tache")]
public sealed class TaskController(PortalDb db, RequestForms forms, RequestChange change, TimeProvider clock) : Controller
{
    /// <summary>A note, if any.</summary>
    [HttpGet("")]
    [StaffAct(nameof(Acts.SettleTask), ActPlace.Top, Look = ActLook.Primary)]
    public Task<IActionResult> Settle(string reference, CancellationToken ct) => PageAsync(reference, new TextActForm(), null, StatusCodes.Status200OK, ct);

    /// <summary>Takes it off the list.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Settle(string reference, Seen seen, [Bind(Prefix = "Form")] TextActForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid) return await Again(StatusCodes.Status400BadRequest);
        var by = User.AsStaff;
        var result = await change.ExecuteAsync(reference, seen, Acts.SettleTask, (request, today) => request.SettleTask(form.Text, by, clock.GetUtcNow(), today), ct);
        return await this.AnswerAsync(result, reference, Again);

        Task<IActionResult> Again(int status) => PageAsync(reference, form, seen, status, ct);
    }

    private async Task<IActionResult> PageAsync(string reference, TextActForm form, Seen? seen, int status, CancellationToken ct)
    {
        var page = await forms.OpenAsync(reference, _ => form, request => request.RefusalFor(Acts.SettleTask, User.AsStaff), seen, ct);
        return this.Form("Settle", page is null ? null : page with { Tasks = await TasksOfAsync(page.Request, ct) }, status);
    }

    private async Task<IReadOnlyList<string>> TasksOfAsync(OrientationRequest request, CancellationToken ct)
    {
        var listed = request.Listed.Take(1).Concat(request.ListedAfterThis).ToList();
        var actors = request.Referrals.Where(referral => listed.Exists(task => task.ReferralId == referral.Id)).ToDictionary(referral => referral.Id, referral => referral.ActorId);
        var names = await db.SupportActors.Where(actor => actors.Values.Contains(actor.Id)).ToDictionaryAsync(actor => actor.Id, actor => actor.Name, ct);
        return listed.ConvertAll(task => TaskWords.Of(task.Task) + (task.ReferralId is { } referral && actors.TryGetValue(referral, out var actor) ? $" ({names[actor]})" : ""));
    }
}
