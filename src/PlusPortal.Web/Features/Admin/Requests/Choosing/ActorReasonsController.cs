using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Domain.Matching.Explanations;
using PlusPortal.Domain.Texts;
using PlusPortal.Web.Features.Admin.Requests.Request;
using PlusPortal.Web.Features.Shared.Matching;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Security;

namespace PlusPortal.Web.Features.Admin.Requests.Choosing;

/// <summary>Staff ask of any actor why it is proposed for a request, or why not.</summary>
[Area(Areas.Admin)]
[Route(RequestLinks.RequestRoute + "/pourquoi")]
public sealed class ActorReasonsController(PortalDb db, CatalogCache catalog, PublishedRules rules, CurrentLexicon lexicon, TimeProvider clock) : Controller
{
    /// <summary>Most actors in the list of a search.</summary>
    public const int MostActors = 20;

    /// <summary>The search, and the reasons once one actor is meant. Computed now, with the rules and the directory of today; nothing is stored.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(string reference, string? nom, Guid? acteur, CancellationToken ct)
    {
        var request = await db.OrientationRequests.AsNoTracking().SingleOrDefaultAsync(request => request.Reference == reference, ct);
        if (request is null) return NotFound();
        var snapshot = await catalog.GetAsync(ct);
        var sought = Typed.Line(nom);
        var isSought = Folding.Seeking(sought);
        var found = sought is null ? [] : snapshot.Offers.Where(offer => isSought(offer.ActorName)).Select(offer => (offer.ActorId, offer.ActorName)).Distinct().Take(MostActors).ToList();
        var chosen = acteur ?? (found.Count == 1 ? found[0].ActorId : null);
        var reasons = chosen is { } actorId ? ActorReasons.Of(request.ToCriteria(), snapshot, await rules.GetAsync(ct), clock.TodayInParis, actorId, await lexicon.GetAsync(ct)) : null;
        return acteur is not null && reasons is null ? NotFound() : View("ActorReasons", new ActorReasonsPage(RequestHead.Of(request), sought, found, reasons));
    }
}

/// <summary>The page: a search, its matches, and the reasons of one actor.</summary>
/// <param name="Head">The request.</param>
/// <param name="Sought">What was sought; null before.</param>
/// <param name="Found">Actors that match.</param>
/// <param name="Reasons">Reasons of the actor that is meant; null until one is.</param>
public sealed record ActorReasonsPage(RequestHead Head, string? Sought, IReadOnlyList<(Guid Id, string Name)> Found, ActorReasons? Reasons);
