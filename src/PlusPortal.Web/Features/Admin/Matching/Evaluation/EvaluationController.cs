using Microsoft.AspNetCore.Mvc;
using PlusPortal.Web.Security;

namespace PlusPortal.Web.Features.Admin.Matching.Evaluation;

/// <summary>How well the rules in force answer the evaluation set.</summary>
[Area(Areas.Admin)]
[Route("admin/evaluation")]
public sealed class EvaluationController(EvaluationReader evaluations) : Controller
{
    /// <summary>The figures and each case.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await evaluations.ReadAsync(ct));
}
