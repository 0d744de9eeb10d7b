using Microsoft.AspNetCore.Mvc;
using PlusPortal.Web.Security;

namespace PlusPortal.Browser.Tests.Scenes;

/// <summary>An address that fails as it is told, to see the page that the portal shows then.</summary>
[Area(Areas.Public)]
public sealed class StatusController : Controller
{
    /// <summary>The failure.</summary>
    [HttpGet("essai/statut/{status:int}")]
    public IActionResult Fail(int status) => StatusCode(status);
}
