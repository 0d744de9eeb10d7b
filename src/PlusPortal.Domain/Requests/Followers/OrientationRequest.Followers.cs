using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Domain.Requests.Followers;
using PlusPortal.Domain.Requests.Rulebook;

namespace PlusPortal.Domain.Requests;

// Who else follows it. Loaded on demand: whoever does one of these acts, and whoever anonymises, loads them first.
public sealed partial class OrientationRequest
{
    private readonly List<RequestFollower> followers = [];

    /// <summary>Everybody who was invited to follow it, those who no longer do included. Loaded on demand.</summary>
    public IReadOnlyList<RequestFollower> Followers => followers;

    /// <summary>Invites somebody to follow. An address that is invited already is invited anew, one that follows already changes nothing: neither leaves an event.</summary>
    /// <param name="name">Its name; null when not given.</param>
    /// <param name="email">Its address, checked.</param>
    /// <param name="by">The person who sent the request.</param>
    /// <param name="now">Current time.</param>
    /// <returns>Who is invited; null when that address follows already.</returns>
    /// <exception cref="DomainRuleException">As <see cref="Acts.InviteFollower"/>, or <see cref="RuleCode.AlreadyDone"/> for the address of the person.</exception>
    public RequestFollower? InviteFollower(string? name, string email, Author by, DateTimeOffset now)
    {
        if (followers.Find(follower => follower.EndedAt is null && IsSameAddress(follower.Email, email)) is { } known)
        {
            // Not one more: the bound of how many there may be does not stand in its way.
            if (RefusalFor(Acts.InviteFollower, by) is { } refusal and not RuleCode.TooManyFollowers) throw new DomainRuleException(refusal);
            if (known.IsFollowing) return null;
            known.Renew(now);
            return known;
        }

        Begin(Acts.InviteFollower, by);
        if (IsSameAddress(Contact.Email, email)) throw new DomainRuleException(RuleCode.AlreadyDone);
        var invited = new RequestFollower(Id, string.IsNullOrWhiteSpace(name) ? null : name.Trim(), email, now);
        followers.Add(invited);
        Leave(Acts.InviteFollower, by, now);
        return invited;
    }

    /// <summary>Whoever was invited proves its address and follows. Does nothing the second time.</summary>
    /// <exception cref="DomainRuleException">As <see cref="Acts.JoinAsFollower"/>, or <see cref="RuleCode.FollowerGone"/> when it was removed, or too late.</exception>
    public void JoinAsFollower(Guid followerId, Author by, DateTimeOffset now)
    {
        if (!Begin(Acts.JoinAsFollower, by)) return;
        var follower = FindFollower(followerId);
        if (follower.IsFollowing) return;
        if (!follower.IsInvitedAt(now)) throw new DomainRuleException(RuleCode.FollowerGone);
        follower.Join(now);
        Leave(Acts.JoinAsFollower, by, now);
    }

    /// <summary>Lets somebody follow no longer; what told who it was goes at once. Does nothing the second time.</summary>
    /// <exception cref="DomainRuleException">As <see cref="Acts.RemoveFollower"/>, or <see cref="RuleCode.FollowerGone"/>.</exception>
    public void RemoveFollower(Guid followerId, Author by, DateTimeOffset now) => EndFollower(Acts.RemoveFollower, followerId, by, now);

    /// <summary>Somebody leaves by itself. Does nothing the second time.</summary>
    /// <exception cref="DomainRuleException">As <see cref="Acts.LeaveAsFollower"/>, or <see cref="RuleCode.FollowerGone"/>.</exception>
    public void LeaveAsFollower(Guid followerId, Author by, DateTimeOffset now) => EndFollower(Acts.LeaveAsFollower, followerId, by, now);

    private void EndFollower(RequestAct act, Guid followerId, Author by, DateTimeOffset now)
    {
        if (!Begin(act, by)) return;
        var follower = FindFollower(followerId);
        if (follower.EndedAt is not null) return;
        follower.End(now);
        Leave(act, by, now);
    }

    private RequestFollower FindFollower(Guid followerId) =>
        followers.Find(follower => follower.Id == followerId) ?? throw new DomainRuleException(RuleCode.FollowerGone);

    private static bool IsSameAddress(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
