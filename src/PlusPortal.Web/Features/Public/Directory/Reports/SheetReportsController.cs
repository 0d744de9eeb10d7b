using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PlusPortal.Data;
using PlusPortal.Data.Actors;
using PlusPortal.Data.Limits;
using PlusPortal.Domain.Directory;
using PlusPortal.Web.Features.Shared;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Security;
using PlusPortal.Web.Security.Limits;

namespace PlusPortal.Web.Features.Public.Directory.Reports;

/// <summary>A reader says that a sheet is wrong; staff find it under /admin/signalements.</summary>
[Area(Areas.Public)]
[Route("annuaire/{key:length(1,80)}/signaler")]
public sealed class SheetReportsController(PortalDb db, LimitCounter limits, IOptions<DailyCapOptions> caps, TimeProvider clock) : Controller
{
    /// <summary>Asks what is wrong.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Report(string key, CancellationToken ct) =>
        await FindAsync(key, ct) is { } actor ? View(new ReportPage(actor, new ReportForm())) : NotFound();

    /// <summary>Records it; the same words sent twice are one report.</summary>
    [HttpPost("")]
    [LimitPerClient(LimitPurpose.SheetReport)]
    public async Task<IActionResult> Report(string key, [Bind(Prefix = nameof(ReportPage.Form))] ReportForm form, CancellationToken ct)
    {
        if (await FindAsync(key, ct) is not { } actor) return NotFound();
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View(new ReportPage(actor, form));
        }

        var text = form.Text!.Trim();
        if (!await db.SheetReports.AnyAsync(report => report.ActorId == actor.Id && report.HandledAt == null && report.Text == text, ct))
        {
            var verdict = await limits.CountAsync(LimitPurpose.SheetReported, actor.Id.ToString("N"), CountedLimit.PerDay(caps.Value.ReportsOfSheet), ct);
            if (!verdict.Passes)
            {
                HttpContext.RefuseFor(verdict);
                return StatusCode(StatusCodes.Status429TooManyRequests);
            }

            db.SheetReports.Add(new SheetReport(actor.Id, text, clock.GetUtcNow()));
            await db.SaveChangesAsync(ct);
        }

        return RedirectToAction(nameof(Sent), new { key });
    }

    /// <summary>What happens next.</summary>
    [HttpGet("merci")]
    public async Task<IActionResult> Sent(string key, CancellationToken ct) => await FindAsync(key, ct) is { } actor ? View(actor) : NotFound();

    private Task<ReportedActor?> FindAsync(string key, CancellationToken ct) => db.SupportActors.AsNoTracking().Public()
        .Where(actor => actor.ImportKey == key)
        .Select(actor => new ReportedActor(actor.Id, actor.ImportKey, actor.Name)).SingleOrDefaultAsync(ct);
}

/// <summary>The actor whose sheet is wrong.</summary>
public sealed record ReportedActor(Guid Id, string Key, string Name);

/// <summary>The page of the form.</summary>
public sealed record ReportPage(ReportedActor Actor, ReportForm Form);

/// <summary>What is wrong.</summary>
public sealed class ReportForm
{
    /// <summary>In the words of the reader.</summary>
    [Required(ErrorMessage = "Dites-nous ce qui ne va pas, même en quelques mots.")]
    [TypedLength(SheetReport.TextLength, ErrorMessage = "Ce texte est trop long\u00A0: {1} caractères au plus. Gardez l’essentiel.")]
    public string? Text { get; set; }
}
