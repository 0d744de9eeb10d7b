using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Outbox;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Security;
using PlusPortal.Web.Security.Audit;

namespace PlusPortal.Web.Features.Admin.Content.Messages;

/// <summary>Staff see what was sent, what waits and what was given up, and send the latter again.</summary>
[Area(Areas.Admin)]
[Route("admin/messages")]
public sealed class MessagesController(PortalDb db, MessageSubjects subjects, TimeProvider clock) : Controller
{
    /// <summary>Messages on one page.</summary>
    public const int PageSize = 50;

    /// <summary>The messages of one state, the newest first; those given up when no state is asked for.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(string? etat, string? apres, CancellationToken ct)
    {
        var state = MessageStates.Parse(etat);
        var messages = db.Outbox.AsNoTracking().Where(message => message.State == state);
        if (ListCursor.Parse(apres) is { Instant: { } before, Id: var id }) messages = messages.Where(message => message.CreatedAt < before || (message.CreatedAt == before && message.Id < id));
        var found = await messages.OrderByDescending(message => message.CreatedAt).ThenByDescending(message => message.Id).Take(PageSize + 1).ToListAsync(ct);
        var shown = found.Take(PageSize).ToList();
        var references = await subjects.ReferencesAsync(shown, ct);
        var next = found.Count > PageSize ? ListCursor.At(shown[^1].CreatedAt, shown[^1].Id).ToString() : null;
        var dead = await db.Outbox.CountAsync(message => message.State == OutboxState.Dead, ct);
        return View(new MessagesPage(state, [.. shown.Select(message => MessageRow.Of(message, references.GetValueOrDefault(message.SubjectId)))], next, dead));
    }

    /// <summary>Puts a message that was given up back in the queue. One already sent again meanwhile stays as it is.</summary>
    [HttpPost("{id:guid}/renvoi")]
    [Audited(AuditAct.MailSentAgain, AuditTargets.Message)]
    public async Task<IActionResult> SendAgain(Guid id, CancellationToken ct)
    {
        if (!await db.Outbox.AnyAsync(message => message.Id == id, ct)) return NotFound();
        var now = clock.GetUtcNow();
        await db.Outbox.Where(message => message.Id == id && message.State == OutboxState.Dead).ExecuteUpdateAsync(
            set => set.SetProperty(message => message.State, OutboxState.Pending).SetProperty(message => message.Attempts, 0).SetProperty(message => message.NextAttemptAt, now),
            ct);
        return RedirectToAction(nameof(Index), new { etat = MessageStates.CodeOf(OutboxState.Pending) });
    }
}
