using Microsoft.AspNetCore.Mvc;
using PlusPortal.Web.Security;

namespace PlusPortal.Web.Features.Public.Directory.Search;

/// <summary>The public directory: who helps, where and for what.</summary>
[Area(Areas.Public)]
[Route("annuaire")]
public sealed class DirectoryController(DirectoryReader directory) : Controller
{
    /// <summary>The search and its results.</summary>
    [HttpGet("")]
    [InSiteMap(SiteMapSection.GetHelp, "Annuaire des acteurs")]
    public async Task<IActionResult> Index([FromQuery] DirectoryFilter filter, CancellationToken ct)
    {
        filter.Tidy();
        if (!ModelState.IsValid) return Refused(new DirectoryPage { Filter = filter, Address = DirectoryAddress.Of(filter) });
        switch (await directory.ReadAsync(filter, ct))
        {
            case DirectoryAnswer.Found found:
                ModelState.Clear();
                return View(found.Page);
            case DirectoryAnswer.Several several:
                return View("Communes", several.Page);
            case DirectoryAnswer.UnknownCommune unknown:
                ModelState.AddModelError("commune", "Nous ne trouvons pas cette commune. Vérifiez son nom, ou essayez avec son code postal.");
                return Refused(unknown.Page);
            case DirectoryAnswer.Unknown unknown:
                Response.StatusCode = StatusCodes.Status400BadRequest;
                return View("UnknownCodes", unknown.Filters);
            default:
                return NotFound();
        }
    }

    private ViewResult Refused(DirectoryPage page)
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return View(nameof(Index), page);
    }
}
