using Microsoft.AspNetCore.Mvc;
using PlusPortal.Web.Addresses;
using PlusPortal.Web.Features.Shared.Absences;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Security;
using PlusPortal.Web.Security.Audit;

namespace PlusPortal.Web.Features.Admin.Directory.Absences;

/// <summary>Staff announce and end the absences of an actor, as its people told them.</summary>
[Area(Areas.Admin)]
[Route("admin/annuaire/{id:guid}/absences")]
public sealed class AbsencesController(KeepAbsences absences, TimeProvider clock) : Controller
{
    /// <summary>Those that have not ended, and the form.</summary>
    [HttpGet("")]
    public Task<IActionResult> Index(Guid id, CancellationToken ct) => PageAsync(id, new AbsenceForm(), StatusCodes.Status200OK, ct);

    /// <summary>Announces one.</summary>
    [HttpPost("")]
    [Audited(AuditAct.AbsenceChanged, AuditTargets.Actor)]
    public async Task<IActionResult> Announce(Guid id, [Bind(Prefix = "Form")] AbsenceForm form, CancellationToken ct)
    {
        foreach (var (field, sentence) in form.Problems(clock.TodayInParis)) ModelState.AddModelError("Form." + field, sentence);
        if (!ModelState.IsValid) return await PageAsync(id, form, StatusCodes.Status400BadRequest, ct);
        if (await absences.ReadAsync(id, form, ct) is null) return NotFound();
        await absences.AnnounceAsync(id, form, ct);
        return Redirect(AdminAddress.Absences(id));
    }

    /// <summary>Ends or removes one.</summary>
    [HttpPost("{absenceId:guid}/fin")]
    [Audited(AuditAct.AbsenceChanged, AuditTargets.Actor)]
    public async Task<IActionResult> End(Guid id, Guid absenceId, CancellationToken ct)
    {
        return await absences.EndAsync(id, absenceId, ct) ? Redirect(AdminAddress.Absences(id)) : NotFound();
    }

    private async Task<IActionResult> PageAsync(Guid id, AbsenceForm form, int status, CancellationToken ct)
    {
        if (await absences.ReadAsync(id, form, ct) is not { } page) return NotFound();
        Response.StatusCode = status;
        return View("Absences/Index", page with { IsForStaff = true, Address = AdminAddress.Absences(id), OfficeAddress = AdminAddress.EditActor(id), Back = AdminAddress.Actor(id) });
    }
}
