using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Actors;
using PlusPortal.Web.Security;

namespace PlusPortal.Web.Features.Admin.Directory.BetterPlaced;

/// <summary>Actors that others named as better placed when they declined: whom staff might know better, or ask more often.</summary>
[Area(Areas.Admin)]
[Route("admin/annuaire/mieux-places")]
public sealed class BetterPlacedController(PortalDb db) : Controller
{
    private const int PageSize = 25;

    /// <summary>Those that were named, by name.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(string? apres, CancellationToken ct)
    {
        var rows = await db.NamedActorsAsync(ListCursor.Parse(apres), PageSize + 1, ct);
        return View(new BetterPlacedPage([.. rows.Take(PageSize)], rows.Count > PageSize ? new ListCursor(rows[PageSize - 1].Name, rows[PageSize - 1].Id).ToString() : null));
    }

    /// <summary>Who named one of them, for which requests.</summary>
    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Actor(Guid id, string? apres, CancellationToken ct)
    {
        var name = await db.SupportActors.Where(actor => actor.Id == id).Select(actor => actor.Name).SingleOrDefaultAsync(ct);
        if (name is null) return NotFound();
        var rows = await db.NamingsOfAsync(id, ListCursor.Parse(apres), PageSize + 1, ct);
        return View(new NamingsPage(id, name, [.. rows.Take(PageSize)], rows.Count > PageSize ? ListCursor.At(rows[PageSize - 1].At, rows[PageSize - 1].ReferralId).ToString() : null));
    }
}

/// <summary>Actors that were named.</summary>
public sealed record BetterPlacedPage(IReadOnlyList<NamedActor> Rows, string? Next);

/// <summary>Refusals that name one actor.</summary>
public sealed record NamingsPage(Guid ActorId, string ActorName, IReadOnlyList<Naming> Rows, string? Next);
