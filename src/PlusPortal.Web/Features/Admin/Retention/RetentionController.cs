using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PlusPortal.Data;
using PlusPortal.Web.Security;

namespace PlusPortal.Web.Features.Admin.Retention;

/// <summary>Administrators see what is kept how long, what a run would do now, and what the runs did. It is applied by its job, at night or from <c>/admin/taches</c>.</summary>
[Area(Areas.Admin)]
[Route("admin/conservation")]
[Authorize(Policies.Administrator)]
public sealed class RetentionController(RetentionReader retention) : Controller
{
    /// <summary>The lines and the reports.</summary>
    /// <param name="apres">Cursor of the reports.</param>
    /// <param name="ct">Cancellation.</param>
    [HttpGet("")]
    public async Task<IActionResult> Index(string? apres, CancellationToken ct) => View(await retention.ReadAsync(ListCursor.Parse(apres), ct));
}
