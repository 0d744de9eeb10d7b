using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PlusPortal.Data;
using PlusPortal.Data.Audit;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Security;
using PlusPortal.Web.Security.Audit;

namespace PlusPortal.Web.Features.Admin.Audit;

/// <summary>Administrators read who did what: sign-ins, refusals, what was read, exported and changed.</summary>
[Area(Areas.Admin)]
[Route("admin/journal")]
[Authorize(Policies.Administrator)]
public sealed class JournalController(JournalReader journal, AuditLog audit, TimeProvider clock) : Controller
{
    /// <summary>The list, the newest first.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index([FromQuery] JournalFilter filter, CancellationToken ct)
    {
        if (await UnderstandAsync(filter, ct) is not { } asked) return Refused(filter);
        var (rows, next) = await journal.PageAsync(asked, ListCursor.Parse(filter.Cursor), ct);
        return View(new JournalPage(filter, rows, next));
    }

    /// <summary>The same as a table; taking it away is an event too.</summary>
    [HttpGet("export")]
    public async Task<IActionResult> Export([FromQuery] JournalFilter filter, CancellationToken ct)
    {
        if (await UnderstandAsync(filter, ct) is not { } asked) return Refused(filter);
        audit.Write(AuditAct.AuditExported, AuditTargets.Filter, asked.InWords);
        return new JournalTable(journal, asked, clock.TodayInParis);
    }

    private async Task<AuditFilter?> UnderstandAsync(JournalFilter filter, CancellationToken ct)
    {
        if (!ModelState.IsValid) return null;
        var (asked, field, problem) = await journal.UnderstandAsync(filter, ct);
        if (problem is not null) ModelState.AddModelError(field!, problem);
        return asked;
    }

    private ViewResult Refused(JournalFilter filter)
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return View(nameof(Index), new JournalPage(filter, null, null));
    }
}
