using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Domain.Matching.Rules;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Web.Features.Shared.Communes;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Security;
using PlusPortal.Web.Security.Audit;

namespace PlusPortal.Web.Features.Admin.Matching.Simulator;

/// <summary>Staff try any request with any rules. The text goes in a form and never in the address; nothing is stored.</summary>
[Area(Areas.Admin)]
[Route("admin/simulateur")]
public sealed class SimulatorController(RunSimulation simulations, PortalDb db, AuditLog audit) : Controller
{
    /// <summary>The form, empty or with the values of a request.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(string? demande, int? version, CancellationToken ct)
    {
        var form = new SimulationForm();
        if (demande is not null)
        {
            if (RequestReference.TryParse(demande, out var typed)) demande = typed.Value;
            if (await db.OrientationRequests.AsNoTracking().SingleOrDefaultAsync(request => request.Reference == demande, ct) is not { } request) return NotFound();
            audit.ReadText(request);
            form = SimulationForm.For(request);
        }

        form.Rules = version;
        return View(new SimulationPage { Reference = demande, Form = form, Versions = ChoicesOf(await simulations.VersionsAsync(ct)) });
    }

    /// <summary>The same form with what it led to.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Index([Bind(Prefix = "Form")] SimulationForm form, CancellationToken ct)
    {
        var versions = await simulations.VersionsAsync(ct);
        var page = new SimulationPage { Form = form, Versions = ChoicesOf(versions) };
        var rules = form.Rules is { } number ? versions.FirstOrDefault(version => version.Number == number) : versions[0];
        if (rules is null) ModelState.AddModelError("Form.Rules", "Cette version n’est ni en vigueur ni proposée. Choisissez-en une dans la liste.");
        if (!ModelState.IsValid) return Refused(page);

        var (commune, choices) = await CommuneChoice.ReadAsync(db, form.Commune, form.CommuneCode, ct);
        page = page with { Communes = commune is null ? choices : [] };
        if (commune is null)
        {
            if (choices.Count > 0) ModelState.AddModelError("Form.CommuneCode", "Plusieurs communes correspondent. Choisissez la bonne dans la liste.");
            else ModelState.AddModelError("Form.Commune", "Aucune commune ne porte ce nom ni ce code postal. Vérifiez l’orthographe, ou essayez le code postal.");
            return Refused(page);
        }

        return View(page with { Result = await simulations.ExecuteAsync(form, commune, rules!.ToRules(), ct) });
    }

    private ViewResult Refused(SimulationPage page)
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return View(page);
    }

    private static List<Choice> ChoicesOf(IReadOnlyList<RulesVersion> versions) =>
        [.. versions.Select(version => new Choice(version.Number.ToString(CultureInfo.InvariantCulture), $"Version {version.Number}, {version.State.Label.ToLower(FrenchText.Culture)}"))];
}
