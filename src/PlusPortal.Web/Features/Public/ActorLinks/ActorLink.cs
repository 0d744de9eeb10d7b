using PlusPortal.Domain.Requests.Rulebook;

namespace PlusPortal.Web.Features.Public.ActorLinks;

/// <summary>What a link of an actor opens, or why it opens nothing.</summary>
public enum ActorLinkState
{
    /// <summary>It opens its page.</summary>
    Works,

    /// <summary>No such link: cut, altered, of a request that was erased.</summary>
    Unknown,

    /// <summary>Its days are over.</summary>
    Expired,

    /// <summary>A newer one was asked for.</summary>
    Superseded,

    /// <summary>The actor has answered, or given the request back.</summary>
    Used,

    /// <summary>The request was taken back from the actor.</summary>
    Cancelled,

    /// <summary>The request ended.</summary>
    Closed,
}

/// <summary>A link of an actor with what it is about. Of an unknown one nothing but the token is there.</summary>
/// <param name="Token">As it stands in the address.</param>
/// <param name="State">What it opens, or why not.</param>
public sealed record ActorLink(string Token, ActorLinkState State)
{
    /// <summary>Referral that it is about.</summary>
    public Guid ReferralId { get; init; }

    /// <summary>Its request.</summary>
    public Guid RequestId { get; init; }

    /// <summary>Actor that it was sent to.</summary>
    public Guid ActorId { get; init; }

    /// <summary>Its name.</summary>
    public string ActorName { get; init; } = "";

    /// <summary>Reference of the request.</summary>
    public string Reference { get; init; } = "";

    /// <summary>Where the referral stands.</summary>
    public ReferralStatus Status { get; init; }

    /// <summary>Day on which the actor was told.</summary>
    public DateOnly SentOn { get; init; }

    /// <summary>Day from which the actor would take the request; null when at once, or not.</summary>
    public DateOnly? StartsOn { get; init; }

    /// <summary>Whether it was taken back because that day does not suit the structure.</summary>
    public bool IsDateRefused { get; init; }

    /// <summary>Code of the outcome that was noted; null while none is.</summary>
    public string? Outcome { get; init; }

    /// <summary>Until when an answer given through a link may be taken back; null when it may not.</summary>
    public DateTimeOffset? UndoUntil { get; init; }

    /// <summary>Whether people of the actor have accounts, who find the request in their space.</summary>
    public bool HasAccounts { get; init; }

    /// <summary>Whether a new link would open something.</summary>
    public bool HasSomethingToOpen => State is ActorLinkState.Expired or ActorLinkState.Superseded || Status == ReferralStatus.Accepted;
}
