using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Links;
using PlusPortal.Data.Requests;
using PlusPortal.Data.Requests.Followers;
using PlusPortal.Domain;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Web.Addresses;
using PlusPortal.Web.Email;
using PlusPortal.Web.Links;
using PlusPortal.Web.Security;
using PlusPortal.Web.Security.Limits;

namespace PlusPortal.Web.Features.Public.Tracking.Coordinates;

/// <summary>Behind the link that went to another address of the person of a request: a page with a button, which proves it.</summary>
[Area(Areas.Public)]
[Route("nouvelle-adresse/{token}")]
public sealed class AddressProofController(ProveOtherAddress prove, SecurityLog log) : Controller
{
    /// <summary>The page with the button. It changes nothing.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Confirm(string? token, CancellationToken ct) => await prove.FindAsync(token, ct) is { } page ? View(page) : Over();

    /// <summary>Proves the address, once; the person goes on from its tracking page.</summary>
    [HttpPost("")]
    [ActionName(nameof(Confirm))]
    [LimitPerLink(LinkPurpose.ContactAddress)]
    public async Task<IActionResult> Prove(string? token, CancellationToken ct) =>
        await prove.ExecuteAsync(token, ct) is { } tracking ? LocalRedirect(TrackingNotes.After(PublicAddress.Tracking(tracking), TrackingNotes.AddressProven)) : Over();

    private ViewResult Over()
    {
        log.Write(SecurityEvent.LinkRefused);
        Response.StatusCode = StatusCodes.Status404NotFound;
        return View("ProofOver");
    }
}

/// <summary>The page before an address is proven.</summary>
public sealed record AddressProofPage(string Token, string Reference, string Email);

/// <summary>Puts the address that its link proves in the place of the former one.</summary>
public sealed class ProveOtherAddress(PortalDb db, Announcer announcer, LinkIssuer links, TimeProvider clock)
{
    private static readonly Author Person = Author.Structure with { Channel = Channel.SignedLink };

    /// <summary>The page; null when the link opens nothing.</summary>
    public async Task<AddressProofPage?> FindAsync(string? token, CancellationToken ct)
    {
        if (await SubjectAsync(token, ct) is not { } changeId) return null;
        var found = await db.ContactAddressChanges.AsNoTracking().Where(change => change.Id == changeId)
            .Join(db.OrientationRequests.Where(request => request.AnonymisedAt == null), change => change.RequestId, request => request.Id, (change, request) => new { Change = change, request.Reference })
            .SingleOrDefaultAsync(ct);
        return found is not null && found.Change.IsWaitingAt(clock.GetUtcNow()) ? new AddressProofPage(token!, found.Reference, found.Change.Email) : null;
    }

    /// <summary>Proves it. Of two presses the second finds it done.</summary>
    /// <returns>A token of the tracking page; null when the link opens nothing.</returns>
    public async Task<string?> ExecuteAsync(string? token, CancellationToken ct)
    {
        try
        {
            return await db.RetryOnceAsync(async () => await SubjectAsync(token, ct) is { } changeId ? await ChangeAsync(changeId, ct) : null);
        }
        catch (DomainRuleException over) when (over.Code is RuleCode.AddressChangeOver or RuleCode.RequestAnonymised)
        {
            return null;
        }
    }

    private async Task<string?> ChangeAsync(Guid changeId, CancellationToken ct)
    {
        var change = await db.ContactAddressChanges.SingleOrDefaultAsync(asked => asked.Id == changeId, ct);
        var request = change is null ? null : await db.OrientationRequests.WithReferrals().WithFollowers().AsSplitQuery().SingleOrDefaultAsync(request => request.Id == change.RequestId, ct);
        if (change is null || request is null) return null;
        var (former, wasProven) = (request.Contact.Email, request.AddressProvenAt is not null);
        request.ChangeAddress(change, Person, clock.GetUtcNow());
        await announcer.AnnounceAsync(request, ct);
        if (wasProven) announcer.Announce(Occasion.FormerAddressLeft, request.Id, change.Id.ToString("N"), former);
        var tracking = links.Tracking(request.Id, request.ClosedAt, provesAddress: true);
        await db.SaveChangesAsync(ct);
        return tracking;
    }

    private async Task<Guid?> SubjectAsync(string? token, CancellationToken ct) => token?.Length != LinkTokens.TextLength
        ? null
        : await db.AccessLinks.Usable(token, LinkPurpose.ContactAddress, clock.GetUtcNow()).Select(link => (Guid?)link.SubjectId).SingleOrDefaultAsync(ct);
}
