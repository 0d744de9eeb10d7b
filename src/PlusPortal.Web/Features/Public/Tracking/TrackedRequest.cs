using PlusPortal.Domain.Requests.Rulebook;

namespace PlusPortal.Web.Features.Public.Tracking;

/// <summary>The request that a private link opened, the token that did it, and whose link it is.</summary>
/// <param name="RequestId">Request.</param>
/// <param name="Token">Token of the address, for the links of the page.</param>
/// <param name="MustConfirmAddress">Whether the link came by e-mail and the address is not proven yet: nothing is shown before one press on a button.</param>
/// <param name="FollowerId">Who was invited to follow the request, where it is that person’s link; null for the person who sent it.</param>
public sealed record TrackedRequest(Guid RequestId, string Token, bool MustConfirmAddress, Guid? FollowerId = null)
{
    /// <summary>Whether it is the link of somebody who was invited.</summary>
    public bool IsFollower => FollowerId is not null;

    /// <summary>Author of what is done behind it.</summary>
    public Author By => IsFollower ? Author.Follower : Author.Structure;
}

/// <summary>Pages and acts of the person who sent the request: whoever was invited to follow it is told so.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class FirstPersonOnlyAttribute : Attribute;
