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

namespace PlusPortal.Web.Features.Public.Tracking.Followers;

/// <summary>Behind the link of an invitation to follow a request: a page with a button, which proves the address.</summary>
[Area(Areas.Public)]
[Route("suivre/{token}")]
public sealed class FollowerInvitationController(AcceptFollowing accept, SecurityLog log) : Controller
{
    /// <summary>The page with the button. It changes nothing.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Invitation(string? token, CancellationToken ct) => await accept.FindAsync(token, ct) switch
    {
        FollowerInvitationState.Open open => View(new FollowerInvitationPage(token!, open.Reference)),
        FollowerInvitationState.Accepted => View("AlreadyFollowing"),
        _ => Over(),
    };

    /// <summary>Accepts, once; the person goes on from its own tracking page.</summary>
    [HttpPost("")]
    [ActionName(nameof(Invitation))]
    [LimitPerLink(LinkPurpose.FollowerInvitation)]
    public async Task<IActionResult> Accept(string? token, CancellationToken ct) => await accept.ExecuteAsync(token, ct) switch
    {
        FollowerInvitationState.Joined joined => LocalRedirect(PublicAddress.Tracking(joined.Tracking)),
        FollowerInvitationState.Accepted => View("AlreadyFollowing"),
        _ => Over(),
    };

    private ViewResult Over()
    {
        log.Write(SecurityEvent.LinkRefused);
        Response.StatusCode = StatusCodes.Status404NotFound;
        return View("InvitationOver");
    }
}

/// <summary>Where an invitation stands.</summary>
public abstract record FollowerInvitationState
{
    private FollowerInvitationState()
    {
    }

    /// <summary>It can be accepted.</summary>
    public sealed record Open(string Reference) : FollowerInvitationState;

    /// <summary>It was accepted just now.</summary>
    public sealed record Joined(string Tracking) : FollowerInvitationState;

    /// <summary>It was accepted before.</summary>
    public sealed record Accepted : FollowerInvitationState;

    /// <summary>It opens nothing: unknown, withdrawn, too late, or the request has ended.</summary>
    public sealed record Over : FollowerInvitationState;
}

/// <summary>Lets whoever was invited follow the request.</summary>
public sealed class AcceptFollowing(PortalDb db, Announcer announcer, LinkIssuer links, TimeProvider clock)
{
    /// <summary>Where it stands.</summary>
    public async Task<FollowerInvitationState> FindAsync(string? token, CancellationToken ct)
    {
        if (await FollowerOfAsync(token, ct) is not { } followerId) return new FollowerInvitationState.Over();
        var follower = await db.RequestFollowers.AsNoTracking().SingleOrDefaultAsync(follower => follower.Id == followerId, ct);
        if (follower is null || follower.EndedAt is not null) return new FollowerInvitationState.Over();
        if (follower.IsFollowing) return new FollowerInvitationState.Accepted();
        var request = await db.OrientationRequests.AsNoTracking().SingleOrDefaultAsync(request => request.Id == follower.RequestId, ct);
        return request is not null && follower.IsInvitedAt(clock.GetUtcNow()) && request.May(Acts.JoinAsFollower, Author.Follower) ? new FollowerInvitationState.Open(request.Reference) : new FollowerInvitationState.Over();
    }

    /// <summary>Accepts it. Of two presses the second finds it accepted.</summary>
    public async Task<FollowerInvitationState> ExecuteAsync(string? token, CancellationToken ct)
    {
        if (await FollowerOfAsync(token, ct) is not { } followerId) return new FollowerInvitationState.Over();
        try
        {
            return await db.RetryOnceAsync(() => JoinAsync(followerId, ct));
        }
        catch (DomainRuleException)
        {
            return new FollowerInvitationState.Over();
        }
    }

    private async Task<FollowerInvitationState> JoinAsync(Guid followerId, CancellationToken ct)
    {
        var requestId = await db.RequestFollowers.Where(follower => follower.Id == followerId).Select(follower => (Guid?)follower.RequestId).SingleOrDefaultAsync(ct);
        var request = requestId is null ? null : await db.OrientationRequests.WithReferrals().WithFollowers().AsSplitQuery().SingleOrDefaultAsync(request => request.Id == requestId, ct);
        if (request?.Followers.SingleOrDefault(follower => follower.Id == followerId) is not { } follower) return new FollowerInvitationState.Over();
        if (follower.IsFollowing) return new FollowerInvitationState.Accepted();
        request.JoinAsFollower(followerId, Author.Follower, clock.GetUtcNow());
        await announcer.AnnounceAsync(request, ct);

        // The page that opens now may be lost: the same is in its mailbox.
        announcer.Announce(Occasion.TrackingLinkAsked, request.Id, "invitation", followerId: followerId);
        var tracking = links.Following(followerId, request.ClosedAt);
        await db.SaveChangesAsync(ct);
        return new FollowerInvitationState.Joined(tracking);
    }

    /// <summary>Who is invited by a link, whether it still works or not: the page says why not.</summary>
    private async Task<Guid?> FollowerOfAsync(string? token, CancellationToken ct) => token?.Length != LinkTokens.TextLength
        ? null
        : await db.AccessLinks.Known(token, LinkPurpose.FollowerInvitation).Where(link => link.RevokedAt == null).Select(link => (Guid?)link.SubjectId).SingleOrDefaultAsync(ct);
}
