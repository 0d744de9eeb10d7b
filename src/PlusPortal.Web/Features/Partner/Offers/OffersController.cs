using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Actors;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Directory.Sheets;
using PlusPortal.Web.Features.Shared.Offers;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Security;
using PlusPortal.Web.Security.Audit;

namespace PlusPortal.Web.Features.Partner.Offers;

/// <summary>A partner keeps the offers of its support actor right. What it writes waits for PLUS; confirming and capacity do not.</summary>
[Area(Areas.Partner)]
[Route("partenaire/offres")]
public sealed class OffersController(PortalDb db, TimeProvider clock, OfferReader reader, ProposeRevision propose, ZoneReader zones) : Controller
{
    /// <summary>My offers.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await reader.ReadAsync(User.SupportActorId, ct));

    /// <summary>The form: what is pending, else what is published.</summary>
    [HttpGet("{id:guid}/modifier")]
    public async Task<IActionResult> Edit(Guid id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } offer) return NotFound();
        if (offer.State == OfferState.Archived) return RedirectToAction(nameof(Index));
        var last = await reader.LastRevisionAsync(id, ct);
        var pending = last is { State: OfferRevisionState.Pending } ? last : null;

        // A returned revision is taken up again where the partner left it, unless the offer changed since.
        var content = pending?.Content ?? (last is { State: OfferRevisionState.Returned } && last.BaseRevision == offer.Revision ? last.Content : offer.Content);
        var form = new ProposeForm { BaseRevision = offer.Revision, PendingId = pending?.Id, Offer = OfferForm.FromContent(content, await zones.WriteAsync(content.Coverage, ct)) };
        return View(new ProposePage(id, offer.Content.Title, OfferReader.NewsOf(last), form, []));
    }

    /// <summary>Proposes the edit. When somebody else did in between, both versions are shown and nothing typed is lost.</summary>
    [HttpPost("{id:guid}/modifier")]
    [Audited(AuditAct.OfferProposed, AuditTargets.Offer)]
    public async Task<IActionResult> Edit(Guid id, [Bind(Prefix = "Form")] ProposeForm form, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } offer) return NotFound();
        var coverage = await zones.ReadAsync(form.Offer, ModelState, "Form.Offer.", ct);
        if (!ModelState.IsValid) return await RefusedAsync(StatusCodes.Status400BadRequest, offer, form, [], ct);

        var content = form.Offer.ToContent(coverage);
        switch (await propose.ExecuteAsync(id, User.SupportActorId, form, content, User.UserId, ct))
        {
            case ProposeResult.Conflict now:
                return await ConflictPageAsync(offer, form, content, now, ct);
            case ProposeResult.NothingChanged:
                ModelState.AddModelError("", "Vous n’avez rien changé. Pour dire que l’offre est toujours exacte, revenez à vos offres et appuyez sur «\u00A0Toujours exact\u00A0».");
                return await RefusedAsync(StatusCodes.Status400BadRequest, offer, form, [], ct);
            case ProposeResult.NotFound:
                return NotFound();
            default:
                return RedirectToAction(nameof(Index));
        }
    }

    /// <summary>The last proposed edit beside the published version.</summary>
    [HttpGet("{id:guid}/modification")]
    public async Task<IActionResult> Revision(Guid id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } offer) return NotFound();
        var last = await reader.LastRevisionAsync(id, ct);
        if (last is null || OfferReader.NewsOf(last) is not { } news) return RedirectToAction(nameof(Index));
        var names = await zones.NamesByZoneAsync([.. offer.Content.Coverage.Union(last.Content.Coverage)], ct);
        return View(new OwnRevisionPage(id, offer.Content.Title, news, ContentDifference.Between(offer.Content, last.Content, names)));
    }

    /// <summary>Takes the pending revision back.</summary>
    [HttpPost("{id:guid}/modification/retrait")]
    [Audited(AuditAct.OfferProposed, AuditTargets.Offer)]
    public async Task<IActionResult> Withdraw(Guid id, CancellationToken ct) =>
        await propose.WithdrawAsync(id, User.SupportActorId, User.UserId, ct) ? RedirectToAction(nameof(Index)) : NotFound();

    /// <summary>The sheet as the directory shows it, to read again before saying that it is right. Links of e-mails lead here.</summary>
    [HttpGet("{id:guid}/confirmation")]
    public async Task<IActionResult> Confirm(Guid id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } offer) return NotFound();
        if (offer.State == OfferState.Archived) return RedirectToAction(nameof(Index));
        return View(await ConfirmPageAsync(offer, new ConfirmOfferForm { Version = offer.Version, Months = offer.ConfirmationMonths }, ct));
    }

    /// <summary>« Toujours exact »: of the version that was shown.</summary>
    [HttpPost("{id:guid}/confirmation")]
    [Audited(AuditAct.OfferChanged, AuditTargets.Offer)]
    public async Task<IActionResult> Confirm(Guid id, ConfirmOfferForm form, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } offer) return NotFound();
        if (offer.State == OfferState.Archived) return RedirectToAction(nameof(Index));
        if (form.Months is { } chosen && !SheetClock.MonthChoices.Contains(chosen)) ModelState.AddModelError("Months", "Choisissez une durée de la liste.");
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View(await ConfirmPageAsync(offer, form, ct));
        }

        db.Entry(offer).Property(record => record.Version).OriginalValue = form.Version;
        offer.Confirm(clock.TodayInParis, clock.GetUtcNow());
        if (form.Months is { } months) offer.ConfirmEvery(months);
        await db.SaveChangesAsync(ct);
        return RedirectToAction(nameof(Index));
    }

    /// <summary>Whether the offer takes new requests.</summary>
    [HttpGet("{id:guid}/capacite")]
    public async Task<IActionResult> Capacity(Guid id, CancellationToken ct) => await FindAsync(id, ct) is { } offer
        ? View(new CapacityPage(id, offer.Content.Title, new CapacityForm { Version = offer.Version, Capacity = offer.Capacity, Until = TypedDate.Of(offer.CapacityUntil) }))
        : NotFound();

    /// <summary>Says so, at once.</summary>
    [HttpPost("{id:guid}/capacite")]
    [Audited(AuditAct.OfferChanged, AuditTargets.Offer)]
    public async Task<IActionResult> Capacity(Guid id, [Bind(Prefix = "Form")] CapacityForm form, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } offer) return NotFound();
        if (form.Until.Read().Day < clock.TodayInParis) ModelState.AddModelError("Form.Until", "Cette date est passée. Indiquez un jour à venir, ou videz les trois cases.");
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View(new CapacityPage(id, offer.Content.Title, form));
        }

        db.Entry(offer).Property(record => record.Version).OriginalValue = form.Version;
        offer.SetCapacity(form.Capacity!, form.Until.Read().Day, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return RedirectToAction(nameof(Index));
    }

    private async Task<ConfirmPage> ConfirmPageAsync(SupportOffer offer, ConfirmOfferForm form, CancellationToken ct)
    {
        var verifiedOn = await db.SupportActors.Where(actor => actor.Id == offer.ActorId).Select(actor => actor.VerifiedOn).SingleAsync(ct);
        var names = await zones.NamesByZoneAsync([.. offer.Content.Coverage], ct);
        var dueOn = SheetClock.DueOn(offer.ConfirmedOn, offer.CreatedAt.ParisDay, verifiedOn, offer.ConfirmationMonths);
        return new ConfirmPage(offer.Id, offer.Content.Title, ContentDifference.Said(offer.Content, names), dueOn, offer.SuspendedFor, form);
    }

    private async Task<IActionResult> ConflictPageAsync(SupportOffer offer, ProposeForm form, OfferContent typed, ProposeResult.Conflict now, CancellationToken ct)
    {
        var names = await zones.NamesByZoneAsync([.. now.Content.Coverage.Union(typed.Coverage)], ct);
        ModelState.AddModelError("", "Cette offre, ou sa modification en attente, a changé pendant que vous écriviez. Votre texte est conservé\u00A0; les différences sont listées ci-dessous. Vérifiez, puis proposez à nouveau.");
        ModelState.Remove("Form.BaseRevision");
        ModelState.Remove("Form.PendingId");
        (form.BaseRevision, form.PendingId) = (now.Revision, now.PendingId);
        return await RefusedAsync(StatusCodes.Status409Conflict, offer, form, ContentDifference.Between(now.Content, typed, names), ct);
    }

    private async Task<IActionResult> RefusedAsync(int status, SupportOffer offer, ProposeForm form, IReadOnlyList<ContentDifference> savedMeanwhile, CancellationToken ct)
    {
        Response.StatusCode = status;
        var last = await reader.LastRevisionAsync(offer.Id, ct);
        return View(nameof(Edit), new ProposePage(offer.Id, offer.Content.Title, OfferReader.NewsOf(last), form, savedMeanwhile));
    }

    private Task<SupportOffer?> FindAsync(Guid id, CancellationToken ct) =>
        db.SupportOffers.OfferedBy(User.SupportActorId).SingleOrDefaultAsync(offer => offer.Id == id, ct);
}
