using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Directory;
using PlusPortal.Web.Email;
using PlusPortal.Web.Features.Shared.Offers;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Security;
using PlusPortal.Web.Security.Audit;

namespace PlusPortal.Web.Features.Admin.Directory.Revisions;

/// <summary>Staff read the edits that partners propose, approve them or return them with a reason.</summary>
[Area(Areas.Admin)]
[Route("admin/modifications")]
public sealed class RevisionsController(PortalDb db, Announcer announcer, TimeProvider clock, ZoneReader zones) : Controller
{
    private const int PageSize = 25;

    /// <summary>Pending proposals, the oldest first.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Index(string? apres, CancellationToken ct)
    {
        var pending = db.OfferRevisions.AsNoTracking().Where(revision => revision.State == OfferRevisionState.Pending);
        if (ListCursor.Parse(apres) is { Instant: { } after } cursor)
        {
            pending = pending.Where(revision => revision.ProposedAt > after || (revision.ProposedAt == after && revision.Id > cursor.Id));
        }

        var revisions = await pending.OrderBy(revision => revision.ProposedAt).ThenBy(revision => revision.Id).Take(PageSize + 1)
            .Select(revision => new { revision.Id, ActorName = revision.Offer!.Actor!.Name, revision.Offer.Content, revision.ProposedAt }).ToListAsync(ct);
        var rows = revisions.Take(PageSize).Select(row => new RevisionRow(row.Id, row.ActorName, row.Content.Title, row.ProposedAt)).ToList();
        var next = revisions.Count > PageSize ? ListCursor.At(rows[^1].ProposedAt, rows[^1].Id).ToString() : null;
        return View(new RevisionsPage(rows, next));
    }

    /// <summary>One proposal, field by field.</summary>
    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Revision(Guid id, CancellationToken ct)
    {
        var revision = await FindAsync(id, ct);
        return revision is null ? NotFound() : View(await PageAsync(revision, new ReturnForm(), ct));
    }

    /// <summary>Approves: the public version is replaced.</summary>
    [HttpPost("{id:guid}/accepter")]
    [Audited(AuditAct.RevisionDecided, AuditTargets.Revision)]
    public async Task<IActionResult> Approve(Guid id, CancellationToken ct)
    {
        var revision = await FindAsync(id, ct);
        if (revision is null) return NotFound();
        revision.Approve(revision.Offer!, User.UserId, clock.GetUtcNow());
        announcer.Announce(Occasion.OfferRevisionApproved, revision.Id, "approved");
        await db.SaveChangesAsync(ct);
        return RedirectToAction(nameof(Index));
    }

    /// <summary>Returns the proposal with a reason.</summary>
    [HttpPost("{id:guid}/renvoyer")]
    [Audited(AuditAct.RevisionDecided, AuditTargets.Revision)]
    public async Task<IActionResult> Return(Guid id, ReturnForm form, CancellationToken ct)
    {
        var revision = await FindAsync(id, ct);
        if (revision is null) return NotFound();
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View(nameof(Revision), await PageAsync(revision, form, ct));
        }

        revision.Return(form.Reason!, User.UserId, clock.GetUtcNow());
        announcer.Announce(Occasion.OfferRevisionReturned, revision.Id, "returned");
        await db.SaveChangesAsync(ct);
        return RedirectToAction(nameof(Index));
    }

    private Task<OfferRevision?> FindAsync(Guid id, CancellationToken ct) =>
        db.OfferRevisions.Include(revision => revision.Offer!.Actor).SingleOrDefaultAsync(revision => revision.Id == id, ct);

    private async Task<RevisionPage> PageAsync(OfferRevision revision, ReturnForm form, CancellationToken ct)
    {
        var offer = revision.Offer!;
        var names = await zones.NamesByZoneAsync([.. offer.Content.Coverage.Union(revision.Content.Coverage)], ct);
        var author = await db.Users.Where(user => user.Id == revision.ProposedById).Select(user => user.DisplayName).SingleOrDefaultAsync(ct);
        return new RevisionPage(revision, offer.Actor!.Name, author ?? "Compte supprimé", ContentDifference.Between(offer.Content, revision.Content, names), offer.Revision != revision.BaseRevision, form);
    }
}
