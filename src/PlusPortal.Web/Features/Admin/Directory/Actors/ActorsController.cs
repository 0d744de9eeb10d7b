using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Actors;
using PlusPortal.Data.Actors.Absences;
using PlusPortal.Data.Geography;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Directory.Sheets;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Clock;
using PlusPortal.Web.Features.Shared.Absences;
using PlusPortal.Web.Features.Shared.Map;
using PlusPortal.Web.Features.Shared.Offers;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Security;
using PlusPortal.Web.Security.Audit;

namespace PlusPortal.Web.Features.Admin.Directory.Actors;

/// <summary>Staff look after the directory: list, record, contact of the support actors. Observers read what is published of it.</summary>
[Area(Areas.Admin)]
[Route("admin/annuaire")]
public sealed class ActorsController(PortalDb db, ActorClocks clocks, TimeProvider clock, ZoneReader zones) : Controller
{
    private const int PageSize = 25;

    /// <summary>The list, by name.</summary>
    [HttpGet("")]
    [ForObserversToo]
    public async Task<IActionResult> Index(ActorFilter filter, CancellationToken ct)
    {
        if (!ModelState.IsValid) ModelState.Clear();
        var actors = Filtered(filter);
        var total = await actors.CountAsync(ct);
        if (ListCursor.Parse(filter.Apres) is { } cursor)
            actors = actors.Where(actor => actor.Name.CompareTo(cursor.Value) > 0 || (actor.Name == cursor.Value && actor.Id > cursor.Id));
        var seesAll = User.IsStaff;
        var rows = await actors.OrderBy(actor => actor.Name).ThenBy(actor => actor.Id).Take(PageSize + 1)
            .Select(actor => new ActorRow(actor.Id, actor.Name, actor.Kind, actor.Verification, actor.IsActive, actor.Offers.Count(offer => seesAll || SupportOffer.PublicStates.Contains(offer.State)), actor.UpdatedAt))
            .ToListAsync(ct);
        var next = rows.Count > PageSize ? new ListCursor(rows[PageSize - 1].Name, rows[PageSize - 1].Id).ToString() : null;
        int? pending = User.IsStaff ? await db.OfferRevisions.CountAsync(revision => revision.State == OfferRevisionState.Pending, ct) : null;
        return View(new ActorsPage(filter, [.. rows.Take(PageSize)], total, next, pending));
    }

    /// <summary>The record of an actor with its offers.</summary>
    [HttpGet("{id:guid}")]
    [ForObserversToo]
    public async Task<IActionResult> Actor(Guid id, CancellationToken ct)
    {
        var page = User.IsStaff ? await LoadPageAsync(id, null, ct) : await LoadPublishedAsync(id, ct);
        return page is null ? NotFound() : View(page);
    }

    /// <summary>The form of an actor.</summary>
    [HttpGet("{id:guid}/modifier")]
    public async Task<IActionResult> Edit(Guid id, CancellationToken ct)
    {
        var actor = await db.SupportActors.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.Id == id, ct);
        return actor is null ? NotFound() : View(await DressAsync(ActorForm.From(actor), ct));
    }

    /// <summary>Saves the form; somebody else's change in between is shown beside what was typed.</summary>
    [HttpPost("{id:guid}/modifier")]
    [Audited(AuditAct.ActorChanged, AuditTargets.Actor)]
    public async Task<IActionResult> Edit(Guid id, ActorForm form, CancellationToken ct)
    {
        var actor = await db.SupportActors.SingleOrDefaultAsync(candidate => candidate.Id == id, ct);
        if (actor is null) return NotFound();
        await DressAsync(form, ct);
        foreach (var (field, sentence) in form.Problems()) ModelState.AddModelError(field, sentence);
        if (!ModelState.IsValid) return Refused(form, StatusCodes.Status400BadRequest);
        if (actor.Version != form.Version) return ConflictPage(form, actor);

        var now = clock.GetUtcNow();
        actor.Edit(form.Name!.Trim(), form.Kind!, form.Circle!, form.Description!.Trim(), string.IsNullOrWhiteSpace(form.Website) ? null : form.Website.Trim(), form.WebsiteChecked, clock.TodayInParis, now);
        actor.SetActive(form.IsActive, now);
        actor.SetOffice(Typed.Line(form.OfficeDepartement), now);
        await db.SaveChangesAsync(ct);
        await clocks.CountAnewAsync(id, ct);
        return RedirectToAction(nameof(Actor), new { id });
    }

    /// <summary>Records a contact checked with the actor: from now on the portal may e-mail it.</summary>
    [HttpPost("{id:guid}/contact")]
    [Audited(AuditAct.ActorChanged, AuditTargets.Actor)]
    public async Task<IActionResult> RecordContact(Guid id, ContactForm form, CancellationToken ct)
    {
        if (!form.Checked) ModelState.AddModelError(nameof(ContactForm.Checked), "Confirmez que l’acteur vous a lui-même donné ou confirmé cette adresse.");
        if (!ModelState.IsValid)
        {
            var page = await LoadPageAsync(id, form, ct);
            if (page is null) return NotFound();
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View(nameof(Actor), page);
        }

        var actor = await db.SupportActors.SingleOrDefaultAsync(candidate => candidate.Id == id, ct);
        if (actor is null) return NotFound();
        db.Entry(actor).Property(record => record.Version).OriginalValue = form.Version;
        actor.RecordCheckedContact(form.Email!.Trim(), clock.TodayInParis, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return RedirectToAction(nameof(Actor), new { id });
    }

    private async Task<ActorForm> DressAsync(ActorForm form, CancellationToken ct)
    {
        form.Departements = await OfficeChoices.ReadAsync(db, ct);
        return form;
    }

    private IQueryable<SupportActor> Filtered(ActorFilter filter)
    {
        var actors = db.SupportActors.AsNoTracking();
        if (!User.IsStaff) actors = actors.Public();
        if (ActorKinds.All.Contains(filter.Type)) actors = actors.Where(actor => actor.Kind == filter.Type);
        if (VerificationStatuses.All.Contains(filter.Verification)) actors = actors.Where(actor => actor.Verification == filter.Verification);
        if (filter.Etat == "inactifs") actors = actors.Where(actor => !actor.IsActive);
        if (filter.Etat == "actifs") actors = actors.Where(actor => actor.IsActive);
        return string.IsNullOrWhiteSpace(filter.Texte) ? actors : actors.Named(filter.Texte);
    }

    /// <summary>What the public may read of an actor in the directory, with how far its record is checked.</summary>
    private async Task<ActorPage?> LoadPublishedAsync(Guid id, CancellationToken ct)
    {
        var head = await db.SupportActors.AsNoTracking().Public().Where(actor => actor.Id == id)
            .Select(actor => new ActorHead(
                actor.Id, actor.Name, actor.Kind, actor.Circle, actor.Description, actor.WebsiteCheckedOn == null ? null : actor.Website, actor.WebsiteCheckedOn, actor.Verification, actor.VerifiedOn, actor.IsActive, actor.IsSample))
            .SingleOrDefaultAsync(ct);
        if (head is null) return null;
        var offers = await db.SupportOffers.AsNoTracking().Public().Where(offer => offer.ActorId == id).ToListAsync(ct);
        return new ActorPage(head, await LinesAsync(head.VerifiedOn, offers, new Dictionary<Guid, Guid>(), ct), ForStaff: null);
    }

    private async Task<ActorPage?> LoadPageAsync(Guid id, ContactForm? typed, CancellationToken ct)
    {
        var actor = await db.SupportActors.AsNoTracking().Include(candidate => candidate.Offers).SingleOrDefaultAsync(candidate => candidate.Id == id, ct);
        if (actor is null) return null;
        var offerIds = actor.Offers.Select(offer => offer.Id).ToList();
        var pending = await db.OfferRevisions.Where(revision => offerIds.Contains(revision.OfferId) && revision.State == OfferRevisionState.Pending)
            .ToDictionaryAsync(revision => revision.OfferId, revision => revision.Id, ct);
        var head = new ActorHead(
            actor.Id, actor.Name, actor.Kind, actor.Circle, actor.Description, actor.Website, actor.WebsiteCheckedOn, actor.Verification, actor.VerifiedOn, actor.IsActive, actor.IsSample);
        var contact = typed ?? new ContactForm { Version = actor.Version, Email = actor.ContactEmail };
        var office = actor.OfficeDepartement is { } code ? await db.Departements.Where(departement => departement.Code == code).Select(departement => departement.Name).SingleOrDefaultAsync(ct) : null;
        var away = (await db.AwayAsync([id], clock.TodayInParis, ct))[id].ToList();
        return new ActorPage(
            head,
            await LinesAsync(actor.VerifiedOn, actor.Offers, pending, ct),
            new ActorForStaff(actor.ContactEmail, actor.SourceConfidence, actor.EditorNote, actor.SourceUrls, actor.EditedFields.Count, contact) { Office = office, Away = away });
    }

    private async Task<IReadOnlyList<OfferLine>> LinesAsync(DateOnly? verifiedOn, IReadOnlyCollection<SupportOffer> offers, IReadOnlyDictionary<Guid, Guid> pending, CancellationToken ct)
    {
        List<CoverageZone> covered = [.. offers.SelectMany(offer => offer.Content.Coverage).Distinct()];
        var names = await zones.NamesByZoneAsync(covered, ct);
        var epcis = await zones.DepartementsByEpciAsync(covered, ct);
        return
        [
            .. offers.OrderBy(offer => offer.State == OfferState.Archived).ThenBy(offer => offer.Content.Title, StringComparer.CurrentCulture).Select(offer => new OfferLine(
                offer.Id, offer.Content.Title, offer.Content.Description, offer.State, offer.Capacity, offer.CapacityUntil, ConfirmationOf(offer, verifiedOn),
                [.. ContentDifference.Said(offer.Content, names).Skip(2)], pending.TryGetValue(offer.Id, out var revisionId) ? revisionId : null,
                CoverageMap.Draw($"carte-{offer.Id:N}", offer.Content.Title, offer.Content.Coverage, names, epcis))),
        ];
    }

    private ConfirmationLine ConfirmationOf(SupportOffer offer, DateOnly? verifiedOn)
    {
        var dueOn = SheetClock.DueOn(offer.ConfirmedOn, offer.CreatedAt.ParisDay, verifiedOn, offer.ConfirmationMonths);
        return new ConfirmationLine(offer.ConfirmedOn, dueOn, dueOn <= clock.TodayInParis, offer.SuspendedFor, offer.Version);
    }

    private ViewResult ConflictPage(ActorForm form, SupportActor current)
    {
        ModelState.AddModelError("", $"Cette fiche a changé pendant que vous l’écriviez (dernière modification\u00A0: {current.UpdatedAt.InWords}). Votre texte est conservé ci-dessous et la version enregistrée est rappelée à la fin de la page\u00A0: comparez, puis enregistrez à nouveau.");
        ModelState.Remove(nameof(ActorForm.Version));
        form.Version = current.Version;
        ViewData["Current"] = ActorForm.From(current);
        return Refused(form, StatusCodes.Status409Conflict);
    }

    private ViewResult Refused(ActorForm form, int status)
    {
        Response.StatusCode = status;
        return View(nameof(Edit), form);
    }
}
