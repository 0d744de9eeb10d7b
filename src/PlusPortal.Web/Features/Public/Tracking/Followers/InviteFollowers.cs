using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Requests;
using PlusPortal.Domain;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Requests.Followers;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Web.Email;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Security.Limits;

namespace PlusPortal.Web.Features.Public.Tracking.Followers;

/// <summary>Invites people to follow a request, and lets them follow no longer.</summary>
public sealed class InviteFollowers(PortalDb db, Announcer announcer, MailCap cap, TimeProvider clock)
{
    /// <summary>The page.</summary>
    public async Task<FollowersPage> ReadAsync(TrackedRequest tracked, CancellationToken ct)
    {
        var request = await db.OrientationRequests.AsNoTracking().WithFollowers().SingleAsync(request => request.Id == tracked.RequestId, ct);
        var refusal = request.RefusalFor(Acts.InviteFollower, tracked.By);
        var present = request.Followers.Where(follower => follower.EndedAt is null).OrderBy(follower => follower.InvitedAt).ThenBy(follower => follower.Id);
        return new FollowersPage(
            tracked.Token, request.Reference, refusal is null or RuleCode.AddressNotProven, refusal == RuleCode.TooManyFollowers, [.. present.Select(follower => FollowerLine.Of(follower, clock.GetUtcNow()))], new InviteFollowerForm());
    }

    /// <summary>Invites. The page is the same whether the mail leaves or enough of them left for that address today.</summary>
    /// <returns>Why not; null when it is done.</returns>
    public async Task<RuleCode?> ExecuteAsync(TrackedRequest tracked, InviteFollowerForm form, CancellationToken ct)
    {
        var email = Typed.Line(form.Email)!;
        var mayLeave = (await cap.CountAsync(MailCause.FollowerInvitation, email, ct)).Passes;
        try
        {
            await db.RetryOnceAsync(async () =>
            {
                var request = await db.OrientationRequests.WithReferrals().WithFollowers().AsSplitQuery().SingleAsync(request => request.Id == tracked.RequestId, ct);
                var now = clock.GetUtcNow();
                var invited = request.InviteFollower(Typed.Line(form.Name), email, tracked.By, now);
                await announcer.AnnounceAsync(request, ct);
                if (invited is not null && mayLeave) announcer.Announce(Occasion.FollowerInvited, invited.Id, OccurrenceOf(invited));
                return await db.SaveChangesAsync(ct);
            });
            return null;
        }
        catch (DbUpdateException twice) when (twice.Breaks(SaveConflicts.MailKey))
        {
            // The second click of a minute: the invitation has left.
            return null;
        }
        catch (DomainRuleException broken)
        {
            return broken.Code;
        }
    }

    /// <summary>Lets somebody follow no longer.</summary>
    public Task RemoveAsync(TrackedRequest tracked, Guid followerId, CancellationToken ct) => db.RetryOnceAsync(async () =>
    {
        var request = await db.OrientationRequests.WithReferrals().WithFollowers().AsSplitQuery().SingleAsync(request => request.Id == tracked.RequestId, ct);
        request.RemoveFollower(followerId, tracked.By, clock.GetUtcNow());
        await announcer.AnnounceAsync(request, ct);
        return await db.SaveChangesAsync(ct);
    });

    /// <summary>Two clicks in one minute are one mail.</summary>
    private static string OccurrenceOf(RequestFollower invited) => $"{invited.ExpiresAt.ToUnixTimeSeconds() / 60}";
}
