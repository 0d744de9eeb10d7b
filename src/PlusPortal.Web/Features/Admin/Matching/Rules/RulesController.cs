using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PlusPortal.Data.Accounts;
using PlusPortal.Domain.Matching.Rules;
using PlusPortal.Web.Features.Admin.Matching.Evaluation;
using PlusPortal.Web.Security;
using PlusPortal.Web.Security.Audit;

namespace PlusPortal.Web.Features.Admin.Matching.Rules;

/// <summary>The rules of the matching: staff propose and try other values, an administrator publishes them, observers read them.</summary>
[Area(Areas.Admin)]
[Route("admin/regles")]
public sealed class RulesController(RulesReader rules, ReplayReader replays, EvaluationReader evaluations, ProposeRules propose, DecideRules decide) : Controller
{
    /// <summary>The rules in force and their versions.</summary>
    [HttpGet("")]
    [ForObserversToo]
    public async Task<IActionResult> Index(int? avant, CancellationToken ct) => View(await rules.ReadAsync(avant, User.IsStaff, ct));

    /// <summary>One version and what it changes.</summary>
    [HttpGet("{number:int}")]
    [ForObserversToo]
    public async Task<IActionResult> Version(int number, int? avec, CancellationToken ct) =>
        await rules.ReadVersionAsync(number, avec, User.IsStaff, ct) is { } page ? View(page) : NotFound();

    /// <summary>The form that proposes values, those in force or those of another version.</summary>
    [HttpGet("modification")]
    public async Task<IActionResult> Propose(int? depuis, CancellationToken ct)
    {
        var inForce = await rules.InForceAsync(ct);
        var from = depuis is null ? null : await rules.FindAsync(depuis, ct);
        if (depuis is not null && from is null) return NotFound();
        var form = RulesForm.For(inForce.Version, from?.ToRules() ?? inForce, from is { State: RulesState.Retired } ? $"Retour aux valeurs de la version {from.Number}." : null);
        return View(new ProposeRulesPage(inForce, from?.Number, form, []));
    }

    /// <summary>Writes a draft. When other rules came into force in between, what was typed is kept and shown beside them.</summary>
    [HttpPost("modification")]
    [Audited(AuditAct.RulesProposed)]
    public async Task<IActionResult> Propose([Bind(Prefix = "Form")] RulesForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid) return await AgainAsync(form, [], StatusCodes.Status400BadRequest, ct);
        switch (await propose.ExecuteAsync(form, User.UserId, ct))
        {
            case ProposeRulesResult.Proposed made:
                return RedirectToAction(nameof(Replay), new { number = made.Number });
            case ProposeRulesResult.Unchanged:
                ModelState.AddModelError("", "Toutes les valeurs sont celles en vigueur\u00A0: changez-en au moins une, ou revenez aux règles.");
                return await AgainAsync(form, [], StatusCodes.Status400BadRequest, ct);
            default:
                return await ConflictPageAsync(form, ct);
        }
    }

    /// <summary>Replays a draft on the last requests.</summary>
    [HttpGet("{number:int}/essai")]
    public async Task<IActionResult> Replay(int number, int nombre, CancellationToken ct)
    {
        if (await rules.ReadVersionAsync(number, comparedWith: null, isTold: false, ct) is not { Line.State: RulesState.Draft } version) return NotFound();
        var size = ReplayPage.Sizes.Contains(nombre) ? nombre : ReplayPage.Sizes[0];
        var (inForce, draft) = (await rules.InForceAsync(ct), version.Line.ToRules());
        var (before, after) = await evaluations.CompareAsync(inForce, draft, ct);
        return View(new ReplayPage
        {
            Version = version,
            Size = size,
            Replay = await replays.ReadAsync(inForce, draft, size, ct),
            MeasuredBefore = before.Report,
            MeasuredAfter = after.Report,
            MayPublish = User.IsInRole(PortalRoles.Administrator),
        });
    }

    /// <summary>Puts a draft in force.</summary>
    [HttpPost("{number:int}/publication")]
    [Audited(AuditAct.RulesPublished, AuditTargets.Rules)]
    [Authorize(Policies.Administrator)]
    public async Task<IActionResult> Publish(int number, CancellationToken ct) =>
        await decide.PublishAsync(number, User.UserId, ct) ? RedirectToAction(nameof(Version), new { number }) : NotFound();

    /// <summary>Gives a draft up.</summary>
    [HttpPost("{number:int}/abandon")]
    [Audited(AuditAct.RulesDropped, AuditTargets.Rules)]
    public async Task<IActionResult> Discard(int number, CancellationToken ct) =>
        await decide.DiscardAsync(number, User.UserId, ct) ? RedirectToAction(nameof(Index)) : NotFound();

    private async Task<IActionResult> ConflictPageAsync(RulesForm form, CancellationToken ct)
    {
        var opened = await rules.FindAsync(form.BaseNumber, ct);
        var inForce = await rules.InForceAsync(ct);
        ModelState.AddModelError("", "D’autres règles sont entrées en vigueur pendant que vous écriviez. Votre saisie est conservée\u00A0; ce qui a changé est listé ci-dessous. Vérifiez vos valeurs, puis proposez de nouveau.");
        ModelState.Remove("Form.BaseNumber");
        form.BaseNumber = inForce.Version;
        return await AgainAsync(form, opened is null ? [] : RuleWeights.Between(opened.ToRules(), inForce), StatusCodes.Status409Conflict, ct);
    }

    private async Task<IActionResult> AgainAsync(RulesForm form, IReadOnlyList<RuleDifference> meanwhile, int status, CancellationToken ct)
    {
        Response.StatusCode = status;

        // The page has a field for each weight, whatever names were posted.
        foreach (var weight in RuleWeights.All) form.Values.TryAdd(weight.Name, null);
        return View(nameof(Propose), new ProposeRulesPage(await rules.InForceAsync(ct), null, form, meanwhile));
    }
}
