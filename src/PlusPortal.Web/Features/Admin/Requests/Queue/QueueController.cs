using Microsoft.AspNetCore.Mvc;
using PlusPortal.Data;
using PlusPortal.Data.Requests;
using PlusPortal.Web.Profile;
using PlusPortal.Web.Security;

namespace PlusPortal.Web.Features.Admin.Requests.Queue;

/// <summary>The queue of requests: those that wait longest first.</summary>
[Area(Areas.Admin)]
[Route(RequestLinks.Queue)]
public sealed class QueueController(PortalDb db, CurrentProfile profile) : Controller
{
    /// <summary>Shows a page of it.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index([FromQuery] QueueFilter filter, CancellationToken ct)
    {
        var filters = new QueueFilters(filter, await db.StaffChoicesAsync(User.UserId, ct));
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View("Queue", new QueuePage(filters, null));
        }

        var today = await profile.TodayAsync(ct);
        var start = ListCursor.Parse(filter.Cursor);
        var slice = await db.QueuePageAsync(filter.Parse(User.UserId, today), start, ct);
        return View("Queue", new QueuePage(filters, new QueueTable(slice, filter, today, "Demandes", await db.NextStepsAsync(slice, today, ct))));
    }
}
