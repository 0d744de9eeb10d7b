using Microsoft.AspNetCore.Mvc;
using PlusPortal.Domain.Requests.Deadlines;
using PlusPortal.Web.Profile;
using PlusPortal.Web.Security;

namespace PlusPortal.Web.Features.Dev.Situations;

/// <summary>Every situation with what each side reads, in Development: the whole matrix, and the steps that follow when nobody does anything.</summary>
[Area(Areas.Dev)]
[Route("dev/situations")]
[ApiExplorerSettings(IgnoreApi = true)]
public sealed class SituationsController(CurrentProfile profile) : Controller
{
    /// <summary>Shows it.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken ct)
    {
        var today = await profile.TodayAsync(ct);
        return View(new SituationsPage(SituationMatrix.On(today), today.Delays));
    }
}

/// <summary>The matrix with the delays of the steps.</summary>
public sealed record SituationsPage(IReadOnlyList<SituationCase> Cases, ClockDelays Delays);
