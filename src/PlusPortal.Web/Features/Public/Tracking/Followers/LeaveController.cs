using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Web.Addresses;
using PlusPortal.Web.Email;
using PlusPortal.Web.Security;

namespace PlusPortal.Web.Features.Public.Tracking.Followers;

/// <summary>Somebody who was invited follows the request no longer. The person who sent it withdraws it instead.</summary>
[Area(Areas.Public)]
[Route("suivi/{token}/depart")]
[ServiceFilter<TrackingAccess>]
public sealed class LeaveController(LeaveRequest leave) : Controller
{
    private TrackedRequest Tracked => HttpContext.Features.GetRequiredFeature<TrackedRequest>();

    /// <summary>The page with the button.</summary>
    [HttpGet("")]
    public IActionResult Leave() => Tracked.IsFollower ? View(Tracked) : LocalRedirect(PublicAddress.Tracking(Tracked.Token));

    /// <summary>Leaves.</summary>
    [HttpPost("")]
    [ActionName(nameof(Leave))]
    public async Task<IActionResult> ConfirmLeave(CancellationToken ct)
    {
        if (Tracked.FollowerId is not { } followerId) return LocalRedirect(PublicAddress.Tracking(Tracked.Token));
        await leave.ExecuteAsync(Tracked.RequestId, followerId, ct);
        return LocalRedirect(PublicAddress.FollowsNoLonger);
    }
}

/// <summary>Where somebody lands who follows a request no longer: its own link opens nothing any more.</summary>
[Area(Areas.Public)]
[Route("suivi/depart")]
public sealed class LeftController : Controller
{
    /// <summary>Says so.</summary>
    [HttpGet("")]
    public IActionResult Left() => View();
}

/// <summary>Lets a follower leave: its links die, and what told who it was goes.</summary>
public sealed class LeaveRequest(PortalDb db, Announcer announcer, TimeProvider clock)
{
    /// <summary>Leaves; nothing the second time.</summary>
    public Task ExecuteAsync(Guid requestId, Guid followerId, CancellationToken ct) => db.RetryOnceAsync(async () =>
    {
        var request = await db.OrientationRequests.WithReferrals().WithFollowers().AsSplitQuery().SingleAsync(request => request.Id == requestId, ct);
        request.LeaveAsFollower(followerId, Author.Follower, clock.GetUtcNow());
        await announcer.AnnounceAsync(request, ct);
        return await db.SaveChangesAsync(ct);
    });
}
