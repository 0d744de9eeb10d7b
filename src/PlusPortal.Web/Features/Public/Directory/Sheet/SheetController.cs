using Microsoft.AspNetCore.Mvc;
using PlusPortal.Web.Security;

namespace PlusPortal.Web.Features.Public.Directory.Sheet;

/// <summary>The public sheet of a support actor.</summary>
[Area(Areas.Public)]
[Route("annuaire/{key:length(1,80)}")]
public sealed class SheetController(SheetReader sheets) : Controller
{
    /// <summary>Shows it.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Sheet(string key, CancellationToken ct) =>
        await sheets.ReadAsync(key, ct) is { } sheet ? View(sheet) : NotFound();
}
