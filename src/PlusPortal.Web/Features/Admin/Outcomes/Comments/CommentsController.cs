using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Requests.Satisfaction;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Requests.Satisfaction;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Security;
using PlusPortal.Web.Security.Audit;

namespace PlusPortal.Web.Features.Admin.Outcomes.Comments;

/// <summary>What structures wrote of requests that ended: staff read it, and let the actors read it or keep it.</summary>
[Area(Areas.Admin)]
[Route("admin/avis")]
public sealed class CommentsController(PortalDb db, TimeProvider clock) : Controller
{
    private const int PageSize = 25;

    /// <summary>Those that nobody has read, the oldest first.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(string? apres, CancellationToken ct)
    {
        var waiting = db.SatisfactionAnswers.AsNoTracking().Where(answer => answer.CommentState == CommentState.ToRead);
        if (ListCursor.Parse(apres) is { Instant: { } after } cursor) waiting = waiting.Where(answer => answer.At > after || (answer.At == after && answer.Id > cursor.Id));
        var rows = await waiting.OrderBy(answer => answer.At).ThenBy(answer => answer.Id).Take(PageSize + 1)
            .Join(db.OrientationRequests, answer => answer.RequestId, request => request.Id, (answer, request) => new { answer, request.Reference })
            .OrderBy(row => row.answer.At).ThenBy(row => row.answer.Id)
            .Select(row => new CommentRow(row.answer.Id, row.Reference, row.answer.Moment, row.answer.Usefulness, row.answer.Result, row.answer.Comment!, row.answer.At,
                db.Referrals.Any(referral => referral.RequestId == row.answer.RequestId && (referral.Status == ReferralStatus.Accepted || referral.Status == ReferralStatus.Completed)))).ToListAsync(ct);
        var next = rows.Count > PageSize ? ListCursor.At(rows[PageSize - 1].At, rows[PageSize - 1].Id).ToString() : null;
        return View(new CommentsPage([.. rows.Take(PageSize)], next));
    }

    /// <summary>The actors that had the request may read it.</summary>
    [HttpPost("{id:guid}/montrer")]
    [Audited(AuditAct.CommentRead, AuditTargets.Comment)]
    public Task<IActionResult> Release(Guid id, CancellationToken ct) => ReadAsync(id, releases: true, ct);

    /// <summary>PLUS alone keeps it.</summary>
    [HttpPost("{id:guid}/garder")]
    [Audited(AuditAct.CommentRead, AuditTargets.Comment)]
    public Task<IActionResult> Keep(Guid id, CancellationToken ct) => ReadAsync(id, releases: false, ct);

    private async Task<IActionResult> ReadAsync(Guid id, bool releases, CancellationToken ct)
    {
        var answer = await db.SatisfactionAnswers.SingleOrDefaultAsync(candidate => candidate.Id == id, ct);
        if (answer is null) return NotFound();

        // Erased in between: there is nothing left to show.
        if (answer.Comment is null) return RedirectToAction(nameof(Index));
        answer.Read(releases, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return RedirectToAction(nameof(Index));
    }
}

/// <summary>A comment to read; <paramref name="HasReaders"/>: whether an actor followed the request, and may be shown it.</summary>
public sealed record CommentRow(Guid Id, string Reference, SatisfactionMoment Moment, Usefulness Usefulness, HelpResult Result, string Comment, DateTimeOffset At, bool HasReaders);

/// <summary>The list.</summary>
public sealed record CommentsPage(IReadOnlyList<CommentRow> Rows, string? Next);
