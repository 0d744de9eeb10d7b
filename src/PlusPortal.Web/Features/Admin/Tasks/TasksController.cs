using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PlusPortal.Web.Security;
using PlusPortal.Web.Security.Audit;

namespace PlusPortal.Web.Features.Admin.Tasks;

/// <summary>Administrators see what the portal does by itself, and have it done now.</summary>
[Area(Areas.Admin)]
[Route("admin/taches")]
[Authorize(Policies.Administrator)]
public sealed class TasksController(TasksReader tasks, RunTask runTask) : Controller
{
    private const string Asked = "lancee";
    private const string AlreadyRun = "deja";

    /// <summary>The jobs, their last runs and the next ones.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(string? fait, CancellationToken ct) => View(await tasks.ReadAsync(SentenceOf(fait), ct));

    /// <summary>Has a job run now.</summary>
    /// <param name="code">Code of the job.</param>
    /// <param name="apres">Number of the last run that the page showed.</param>
    /// <param name="ct">Cancellation.</param>
    [HttpPost("{code}/lancement")]
    [Audited(AuditAct.JobAsked, AuditTargets.Job)]
    public async Task<IActionResult> Run(string? code, int apres, CancellationToken ct) => await runTask.ExecuteAsync(code, apres, User.UserId, ct) switch
    {
        RunTaskResult.Asked => RedirectToAction(nameof(Index), new { fait = Asked }),
        RunTaskResult.AlreadyRun => RedirectToAction(nameof(Index), new { fait = AlreadyRun }),
        RunTaskResult.NotFound => NotFound(),
    };

    private static string? SentenceOf(string? code) => code switch
    {
        Asked => "La tâche est lancée. Affichez de nouveau cette page dans quelques secondes pour voir son résultat.",
        AlreadyRun => "La tâche était déjà lancée\u00A0: elle n’a pas été lancée une deuxième fois. Voyez ci-dessous où elle en est.",
        _ => null,
    };
}
