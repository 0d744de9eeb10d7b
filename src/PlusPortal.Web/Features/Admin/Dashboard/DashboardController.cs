using Microsoft.AspNetCore.Mvc;
using PlusPortal.Data;
using PlusPortal.Data.Requests;
using PlusPortal.Web.Features.Admin.Requests.Queue;
using PlusPortal.Web.Profile;
using PlusPortal.Web.Security;

namespace PlusPortal.Web.Features.Admin.Dashboard;

/// <summary>Where staff land: what waits for whom, each figure a link to exactly that list, then the queue. Observers get figures alone.</summary>
[Area(Areas.Admin)]
[Route("admin")]
public sealed class DashboardController(PortalDb db, CurrentProfile profile) : Controller
{
    /// <summary>Shows it.</summary>
    [HttpGet("")]
    [ForObserversToo]
    public async Task<IActionResult> Index(CancellationToken ct)
    {
        var today = await profile.TodayAsync(ct);
        if (!User.IsStaff) return View("Figures", FiguresPage.Of(await db.ObservedCountsAsync(today, ct)));
        var counts = await db.DashboardCountsAsync(User.UserId, today, ct);
        var slice = await db.QueuePageAsync(new RequestQueueFilter(), null, ct);
        return View(new DashboardPage(DashboardCount.Of(counts), new QueueTable(slice, new QueueFilter(), today, "Demandes ouvertes", await db.NextStepsAsync(slice, today, ct))));
    }
}
