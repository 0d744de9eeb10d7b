using Microsoft.AspNetCore.Mvc;
using PlusPortal.Testing;
using PlusPortal.Web.Security;

// Views are found by the namespace of the controller: in the portal it would stand here.
namespace PlusPortal.Web.Features.Admin.Requests;

/// <summary>The two actions of <see cref="SampleAct"/>.</summary>
[Area(Areas.Admin)]
[Route(RequestLinks.RequestRoute)]
public sealed class SampleActController(TextActs texts) : Controller
{
    /// <summary>The form.</summary>
    [HttpGet(SampleAct.Path)]
    [StaffAct(nameof(SampleAct.PostponeCall), ActPlace.Top)]
    public Task<IActionResult> Postpone(string reference, CancellationToken ct) => texts.ShowAsync(this, SampleAct.PostponeCall, reference, ct);

    /// <summary>Does it.</summary>
    [HttpPost(SampleAct.Path)]
    public Task<IActionResult> Postpone(string reference, Seen seen, [Bind(Prefix = "Form")] TextActForm form, CancellationToken ct) =>
        texts.DoAsync(this, SampleAct.PostponeCall, reference, seen, form, (request, text, by, now, _) => request.PostponeTheCall(text, by, now), ct);
}
