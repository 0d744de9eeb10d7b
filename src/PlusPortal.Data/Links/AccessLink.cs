namespace PlusPortal.Data.Links;

/// <summary>What a private link opens. One purpose each.</summary>
public enum LinkPurpose
{
    /// <summary>The tracking page of one request.</summary>
    Tracking,

    /// <summary>One draft, from another device.</summary>
    ResumeDraft,

    /// <summary>The answer page of one referral.</summary>
    ReferralAnswer,

    /// <summary>The page on which an invited person opens its account.</summary>
    Invitation,

    /// <summary>The answer of an account's address to a change of it.</summary>
    AddressChangeOld,

    /// <summary>The answer of the address that shall take its place.</summary>
    AddressChangeNew,

    /// <summary>The choice of a new password; its subject is the account.</summary>
    PasswordReset,

    /// <summary>Everything that the portal holds about the person of one request.</summary>
    PersonalData,

    /// <summary>The page on which that person has it erased; works once.</summary>
    Erasure,

    /// <summary>The tracking page of a request, for somebody who was invited to follow it; its subject is that follower.</summary>
    Following,

    /// <summary>The page on which whoever is invited to follow a request accepts; its subject is that follower.</summary>
    FollowerInvitation,

    /// <summary>The proof of another address of the person of a request; its subject is the change; works once.</summary>
    ContactAddress,
}

/// <summary>A private link: a capability to one thing. Only the SHA-256 of its token is stored.</summary>
public sealed class AccessLink
{
    /// <summary>SHA-256 of the token; the key.</summary>
    public required byte[] TokenHash { get; init; }

    /// <summary>What it opens.</summary>
    public required LinkPurpose Purpose { get; init; }

    /// <summary>What it opens: see <see cref="LinkPurpose"/>.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>Creation, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it stops working, UTC.</summary>
    public required DateTimeOffset ExpiresAt { get; set; }

    /// <summary>True when it reached its reader by e-mail: opening it proves the address.</summary>
    public bool ProvesAddress { get; init; }

    /// <summary>When it was revoked, UTC; null while it works.</summary>
    public DateTimeOffset? RevokedAt { get; set; }
}
