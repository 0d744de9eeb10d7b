using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Geography;
using PlusPortal.Web.Addresses;
using PlusPortal.Web.Clock;
using PlusPortal.Web.Features.Shared.Absences;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Security;
using PlusPortal.Web.Security.Audit;

namespace PlusPortal.Web.Features.Partner.Absences;

/// <summary>Partners announce and end the absences of their actor; a manager says in which département it has its office.</summary>
[Area(Areas.Partner)]
[Route("partenaire")]
public sealed class AbsencesController(PortalDb db, KeepAbsences absences, ActorClocks clocks, TimeProvider clock) : Controller
{
    /// <summary>Those that have not ended, and the form.</summary>
    [HttpGet("absences")]
    public Task<IActionResult> Index(CancellationToken ct) => PageAsync(new AbsenceForm(), StatusCodes.Status200OK, ct);

    /// <summary>Announces one.</summary>
    [HttpPost("absences")]
    [Audited(AuditAct.AbsenceChanged)]
    public async Task<IActionResult> Announce([Bind(Prefix = "Form")] AbsenceForm form, CancellationToken ct)
    {
        foreach (var (field, sentence) in form.Problems(clock.TodayInParis)) ModelState.AddModelError("Form." + field, sentence);
        if (!ModelState.IsValid) return await PageAsync(form, StatusCodes.Status400BadRequest, ct);
        await absences.AnnounceAsync(User.SupportActorId, form, ct);
        return Redirect(PartnerAddress.Absences);
    }

    /// <summary>Ends or removes one.</summary>
    [HttpPost("absences/{absenceId:guid}/fin")]
    [Audited(AuditAct.AbsenceChanged)]
    public async Task<IActionResult> End(Guid absenceId, CancellationToken ct)
    {
        return await absences.EndAsync(User.SupportActorId, absenceId, ct) ? Redirect(PartnerAddress.Absences) : NotFound();
    }

    /// <summary>The form of the office.</summary>
    [HttpGet("bureau")]
    [Authorize(Policies.PartnerManager)]
    public async Task<IActionResult> Office(CancellationToken ct)
    {
        var actorId = User.SupportActorId;
        var actor = await db.SupportActors.AsNoTracking().SingleAsync(candidate => candidate.Id == actorId, ct);
        return View(await OfficePageAsync(new OfficeForm { Version = actor.Version, Departement = actor.OfficeDepartement }, ct));
    }

    /// <summary>Says where it is, of the record that was shown.</summary>
    [HttpPost("bureau")]
    [Authorize(Policies.PartnerManager)]
    [Audited(AuditAct.ActorChanged)]
    public async Task<IActionResult> Office([Bind(Prefix = "Form")] OfficeForm form, CancellationToken ct)
    {
        var code = Typed.Line(form.Departement);
        if (code is not null && !await db.Departements.AnyAsync(departement => departement.Code == code, ct)) ModelState.AddModelError("Form.Departement", "Choisissez un département de la liste.");
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View(await OfficePageAsync(form, ct));
        }

        var actorId = User.SupportActorId;
        var actor = await db.SupportActors.SingleAsync(candidate => candidate.Id == actorId, ct);
        db.Entry(actor).Property(record => record.Version).OriginalValue = form.Version;
        actor.SetOffice(code, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        await clocks.CountAnewAsync(actorId, ct);
        return Redirect(PartnerAddress.Absences);
    }

    private async Task<OfficePage> OfficePageAsync(OfficeForm form, CancellationToken ct) => new(form, await OfficeChoices.ReadAsync(db, ct));

    private async Task<IActionResult> PageAsync(AbsenceForm form, int status, CancellationToken ct)
    {
        var page = await absences.ReadAsync(User.SupportActorId, form, ct);
        Response.StatusCode = status;
        return View("Absences/Index", page! with { Address = PartnerAddress.Absences, OfficeAddress = User.IsPartnerManager ? PartnerAddress.Office : null });
    }
}

/// <summary>Where the actor has its office.</summary>
public sealed class OfficeForm
{
    /// <summary>Version of the record that was shown.</summary>
    public uint Version { get; set; }

    /// <summary>Code of the département; empty when it is not said.</summary>
    [TypedLength(3, ErrorMessage = "Choisissez un département de la liste.")]
    public string? Departement { get; set; }
}

/// <summary>The page of the office.</summary>
public sealed record OfficePage(OfficeForm Form, IReadOnlyList<Choice> Departements);
