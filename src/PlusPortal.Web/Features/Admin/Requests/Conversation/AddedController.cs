using Microsoft.AspNetCore.Mvc;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Web.Security;

namespace PlusPortal.Web.Features.Admin.Requests.Conversation;

/// <summary>What the structure adds by itself: staff note it, and let the actors read it once they have.</summary>
[Area(Areas.Admin)]
[Route(RequestLinks.RequestRoute + "/complement")]
public sealed class AddedController(TextActs texts, ShareAdded share, RequestForms forms) : Controller
{
    /// <summary>The form.</summary>
    [HttpGet("")]
    [StaffAct(nameof(Acts.AddInformation), ActPlace.Question, Look = ActLook.Plain)]
    public Task<IActionResult> Add(string reference, CancellationToken ct) => texts.ShowAsync(this, Acts.AddInformation, reference, ct);

    /// <summary>Notes it.</summary>
    [HttpPost("")]
    public Task<IActionResult> Add(string reference, Seen seen, [Bind(Prefix = "Form")] TextActForm form, CancellationToken ct) =>
        texts.DoAsync(this, Acts.AddInformation, reference, seen, form, (request, text, by, now, _) => request.AddInformation(text, by, now), ct);

    /// <summary>Lets the actors read it.</summary>
    [HttpPost("acteurs")]
    [StaffAct(nameof(Acts.ShareInformation), ActPlace.Question)]
    public async Task<IActionResult> Share(string reference, Seen seen, CancellationToken ct) =>
        await this.AnswerAsync(await share.ExecuteAsync(reference, seen, User.AsStaff, ct), reference, seen, forms, ct);
}

/// <summary>Lets the actors read what the structure added, unless a passage of it waits for a decision.</summary>
public sealed class ShareAdded(RequestChange change, TimeProvider clock)
{
    /// <summary>Shares it.</summary>
    public async Task<RequestResult> ExecuteAsync(string reference, Seen seen, Author by, CancellationToken ct)
    {
        var request = await change.FindWithNotesAsync(reference, ct);
        if (request is null) return new RequestResult.NotFound();
        if (seen.ConflictsWith(request)) return new RequestResult.Conflict();
        return RequestChange.Decide(() => request.ShareInformation(by, clock.GetUtcNow())) ?? await change.SaveAsync(request, Acts.ShareInformation, ct);
    }
}
