using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Addresses;
using PlusPortal.Web.Features.Shared.Offers;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Security;
using PlusPortal.Web.Security.Audit;

namespace PlusPortal.Web.Features.Admin.Directory.Offers;

/// <summary>Staff edit an offer, its state and its capacity.</summary>
[Area(Areas.Admin)]
[Route("admin/annuaire/offres/{id:guid}")]
public sealed class OffersController(PortalDb db, TimeProvider clock, ZoneReader zones) : Controller
{
    /// <summary>The form of an offer.</summary>
    [HttpGet("modifier")]
    public async Task<IActionResult> Edit(Guid id, CancellationToken ct)
    {
        var offer = await FindAsync(id, ct);
        if (offer is null) return NotFound();
        var form = new EditOfferForm { Version = offer.Version, Offer = OfferForm.FromContent(offer.Content, await zones.WriteAsync(offer.Content.Coverage, ct)) };
        return View(Page(offer, form, []));
    }

    /// <summary>Saves the form. When somebody saved in between, both versions are shown and nothing typed is lost.</summary>
    [HttpPost("modifier")]
    [Audited(AuditAct.OfferChanged, AuditTargets.Offer)]
    public async Task<IActionResult> Edit(Guid id, [Bind(Prefix = "Form")] EditOfferForm form, CancellationToken ct)
    {
        var offer = await FindAsync(id, ct);
        if (offer is null) return NotFound();
        var coverage = await zones.ReadAsync(form.Offer, ModelState, "Form.Offer.", ct);
        if (!ModelState.IsValid) return Refused(StatusCodes.Status400BadRequest, Page(offer, form, []));

        var content = form.Offer.ToContent(coverage);
        if (offer.Version != form.Version) return await ConflictPageAsync(offer, form, content, ct);
        offer.Edit(content, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return Redirect(AdminAddress.Actor(offer.ActorId));
    }

    /// <summary>State and capacity of an offer.</summary>
    [HttpGet("etat")]
    public async Task<IActionResult> State(Guid id, CancellationToken ct)
    {
        var offer = await FindAsync(id, ct);
        if (offer is null) return NotFound();
        ViewData["Offer"] = offer;
        return View(new OfferStateForm { Version = offer.Version, Capacity = offer.Capacity, CapacityUntil = TypedDate.Of(offer.CapacityUntil), ConfirmationMonths = offer.ConfirmationMonths });
    }

    /// <summary>Saves state and capacity.</summary>
    [HttpPost("etat")]
    [Audited(AuditAct.OfferChanged, AuditTargets.Offer)]
    public async Task<IActionResult> State(Guid id, OfferStateForm form, CancellationToken ct)
    {
        var offer = await FindAsync(id, ct);
        if (offer is null) return NotFound();
        if (form.Capacity is not null && !CapacityStatuses.All.Contains(form.Capacity)) ModelState.AddModelError(nameof(OfferStateForm.Capacity), "Choisissez une des trois réponses.");
        if (form.Capacity != CapacityStatuses.Ouvert && form.CapacityUntil.Read().Day < clock.TodayInParis) ModelState.AddModelError(nameof(OfferStateForm.CapacityUntil), "Cette date est passée. Indiquez aujourd’hui ou un jour à venir, ou videz les trois cases.");
        if (!ModelState.IsValid)
        {
            ViewData["Offer"] = offer;
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View(form);
        }

        db.Entry(offer).Property(record => record.Version).OriginalValue = form.Version;
        var now = clock.GetUtcNow();
        if (form.State is { } next && next != offer.State) offer.MoveTo(next, now);
        if (form.ConfirmationMonths is { } months) offer.ConfirmEvery(months);
        offer.SetCapacity(form.Capacity!, form.CapacityUntil.Read().Day, now);
        await db.SaveChangesAsync(ct);
        return Redirect(AdminAddress.Actor(offer.ActorId));
    }

    /// <summary>Notes that the actor finds the offer still right, of the version that was shown.</summary>
    [HttpPost("confirmation")]
    [Audited(AuditAct.OfferChanged, AuditTargets.Offer)]
    public async Task<IActionResult> Confirm(Guid id, uint version, CancellationToken ct)
    {
        var offer = await FindAsync(id, ct);
        if (offer is null) return NotFound();
        db.Entry(offer).Property(record => record.Version).OriginalValue = version;
        offer.Confirm(clock.TodayInParis, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return Redirect(AdminAddress.Actor(offer.ActorId));
    }

    private async Task<IActionResult> ConflictPageAsync(SupportOffer offer, EditOfferForm form, OfferContent typed, CancellationToken ct)
    {
        var names = await zones.NamesByZoneAsync([.. offer.Content.Coverage.Union(typed.Coverage)], ct);
        ModelState.AddModelError("", "Cette offre a changé pendant que vous l’écriviez. Votre texte est conservé\u00A0; les différences avec la version enregistrée sont listées ci-dessous. Vérifiez, puis enregistrez à nouveau.");
        ModelState.Remove("Form.Version");
        form.Version = offer.Version;
        return Refused(StatusCodes.Status409Conflict, Page(offer, form, ContentDifference.Between(offer.Content, typed, names)));
    }

    private ViewResult Refused(int status, EditOfferPage page)
    {
        Response.StatusCode = status;
        return View(nameof(Edit), page);
    }

    private Task<SupportOffer?> FindAsync(Guid id, CancellationToken ct) =>
        db.SupportOffers.Include(offer => offer.Actor).SingleOrDefaultAsync(offer => offer.Id == id, ct);

    private static EditOfferPage Page(SupportOffer offer, EditOfferForm form, IReadOnlyList<ContentDifference> savedMeanwhile) =>
        new(offer.Id, offer.ActorId, offer.Actor!.Name, offer.State, form, savedMeanwhile);
}
