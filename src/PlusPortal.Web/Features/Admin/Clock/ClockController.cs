using Microsoft.AspNetCore.Mvc;
using PlusPortal.Web.Security;

namespace PlusPortal.Web.Features.Admin.Clock;

/// <summary>Staff read what the clock did, what it left and why, and what it would do now and in the next days.</summary>
[Area(Areas.Admin)]
[Route("admin/horloge")]
public sealed class ClockController(ClockReader clock) : Controller
{
    /// <summary>The page.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index([FromQuery] ClockFilter filter, CancellationToken ct)
    {
        if (ModelState.IsValid) return View(await clock.ReadAsync(filter, ct));
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return View(new ClockPage(filter, null, null, null));
    }
}
