using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Security;
using PlusPortal.Web.Security.Audit;

namespace PlusPortal.Web.Features.Admin.Directory.Reports;

/// <summary>What readers say is wrong in the directory, until staff are done with it.</summary>
[Area(Areas.Admin)]
[Route("admin/signalements")]
public sealed class SheetReportsController(PortalDb db, TimeProvider clock) : Controller
{
    private const int PageSize = 25;

    /// <summary>Those that wait, the oldest first.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(string? apres, CancellationToken ct)
    {
        var waiting = db.SheetReports.AsNoTracking().Where(report => report.HandledAt == null);
        if (ListCursor.Parse(apres) is { Instant: { } after } cursor)
        {
            waiting = waiting.Where(report => report.ReportedAt > after || (report.ReportedAt == after && report.Id > cursor.Id));
        }

        var rows = await waiting.OrderBy(report => report.ReportedAt).ThenBy(report => report.Id).Take(PageSize + 1)
            .Select(report => new SheetReportRow(report.Id, report.ActorId, report.Actor!.Name, report.Text, report.ReportedAt)).ToListAsync(ct);
        var next = rows.Count > PageSize ? ListCursor.At(rows[PageSize - 1].ReportedAt, rows[PageSize - 1].Id).ToString() : null;
        return View(new SheetReportsPage([.. rows.Take(PageSize)], next));
    }

    /// <summary>The sheet was corrected, or was right.</summary>
    [HttpPost("{id:guid}/traiter")]
    [Audited(AuditAct.ReportHandled, AuditTargets.Report)]
    public async Task<IActionResult> Handle(Guid id, CancellationToken ct)
    {
        var report = await db.SheetReports.SingleOrDefaultAsync(candidate => candidate.Id == id, ct);
        if (report is null) return NotFound();
        report.Handle(User.UserId, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return RedirectToAction(nameof(Index));
    }
}

/// <summary>A report that waits.</summary>
public sealed record SheetReportRow(Guid Id, Guid ActorId, string ActorName, string Text, DateTimeOffset ReportedAt);

/// <summary>The list.</summary>
public sealed record SheetReportsPage(IReadOnlyList<SheetReportRow> Rows, string? Next);
