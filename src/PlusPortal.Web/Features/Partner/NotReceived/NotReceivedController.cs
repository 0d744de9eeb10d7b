using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Matching;
using PlusPortal.Web.Security;

namespace PlusPortal.Web.Features.Partner.NotReceived;

/// <summary>Tells a partner why requests did not come, by counts only.</summary>
[Area(Areas.Partner)]
[Route("partenaire/pourquoi-pas-moi")]
public sealed class NotReceivedController(PortalDb db, TimeProvider clock) : Controller
{
    /// <summary>The last ninety days.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken ct)
    {
        var actorId = User.SupportActorId;
        var name = await db.SupportActors.Where(actor => actor.Id == actorId).Select(actor => actor.Name).SingleAsync(ct);
        return View(NotReceivedPage.Of(name, await db.CountNotReceivedAsync(actorId, clock.GetUtcNow().AddDays(-NotReceivedPage.Days), ct)));
    }
}
