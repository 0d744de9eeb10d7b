using Microsoft.AspNetCore.Mvc;
using PlusPortal.Web.Security;

namespace PlusPortal.Web.Features.Public.Home;

/// <summary>The home page: what PLUS does and where to start.</summary>
[Area(Areas.Public)]
public sealed class HomeController : Controller
{
    /// <summary>Shows it.</summary>
    [HttpGet("")]
    [InSiteMap(SiteMapSection.GetHelp, "Accueil")]
    public IActionResult Index() => View();
}
