using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PlusPortal.Data;
using PlusPortal.Data.Access;
using PlusPortal.Data.Accounts;
using PlusPortal.Web.Security;

namespace PlusPortal.Web.Features.Account.Sessions;

/// <summary>The own sessions: where one is signed in, and how to end it.</summary>
[Area(Areas.Account)]
[Route("compte")]
public sealed class SessionsController(PortalDb db, IOptions<AccountOptions> accounts, SecurityLog log, TimeProvider clock) : Controller
{
    private const int Most = 50;

    /// <summary>Those that go on, this one first.</summary>
    [HttpGet("sessions")]
    public async Task<IActionResult> Index(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var unused = now - accounts.Value.LifeOf(User.IsPartner).Idle;
        var found = await Mine().AsNoTracking().GoingOn(db.Users, now).Where(session => session.LastSeenAt > unused)
            .OrderByDescending(session => session.StartedAt).ThenBy(session => session.Id).Take(Most).ToListAsync(ct);
        return View(found.OrderByDescending(session => session.Id == User.SessionId).Select(session => new SessionRow(session, session.Id == User.SessionId)).ToList());
    }

    /// <summary>Ends one.</summary>
    [HttpPost("sessions/{id:guid}/fin")]
    public async Task<IActionResult> End(Guid id, CancellationToken ct)
    {
        if (!await Mine().AnyAsync(session => session.Id == id, ct)) return NotFound();
        await EndAsync(Mine().Where(session => session.Id == id), ct);
        return RedirectToAction(nameof(Index));
    }

    /// <summary>Ends all but this one.</summary>
    [HttpPost("sessions/autres")]
    public async Task<IActionResult> EndOthers(CancellationToken ct)
    {
        var own = User.SessionId;
        await EndAsync(Mine().Where(session => session.Id != own), ct);
        return RedirectToAction(nameof(Index));
    }

    /// <summary>Stays signed in: the request itself begins the idle time again.</summary>
    [HttpPost("prolonger")]
    [BeforeSecondFactor]
    public IActionResult Prolong() => NoContent();

    private IQueryable<Session> Mine()
    {
        var me = User.UserId;
        return db.Sessions.Where(session => session.UserId == me);
    }

    private async Task EndAsync(IQueryable<Session> sessions, CancellationToken ct)
    {
        if (await sessions.EndAsync(clock.GetUtcNow(), ct) > 0) log.Write(SecurityEvent.SessionEnded, User.UserId.ToString());
    }
}

/// <summary>A session in the list.</summary>
/// <param name="Session">The session.</param>
/// <param name="IsThis">Whether it is the one that asks.</param>
public sealed record SessionRow(Session Session, bool IsThis);
