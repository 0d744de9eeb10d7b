namespace PlusPortal.Domain.Requests.Rulebook;

/// <summary>Who did something.</summary>
public enum AuthorKind
{
    /// <summary>The structure that asks.</summary>
    Structure,

    /// <summary>A member of PLUS staff.</summary>
    Staff,

    /// <summary>A partner.</summary>
    Partner,

    /// <summary>The portal itself.</summary>
    System,
}

/// <summary>Through what something was done.</summary>
public enum Channel
{
    /// <summary>The request form.</summary>
    RequestForm,

    /// <summary>The private tracking page.</summary>
    TrackingPage,

    /// <summary>The admin area.</summary>
    StaffPage,

    /// <summary>The partner space.</summary>
    PartnerPage,

    /// <summary>A signed link in an e-mail.</summary>
    SignedLink,

    /// <summary>Told to staff by telephone.</summary>
    Telephone,

    /// <summary>Written to staff in an e-mail.</summary>
    Email,

    /// <summary>Told to staff face to face.</summary>
    Meeting,

    /// <summary>Written to staff in a letter.</summary>
    Letter,

    /// <summary>A scheduled job.</summary>
    Job,

    /// <summary>An import or the demonstration data.</summary>
    Import,

    /// <summary>The private tracking page of somebody who was invited to follow the request.</summary>
    FollowerPage,
}

/// <summary>Author of an event: kind, user account if there is one, and channel.</summary>
public sealed record Author(AuthorKind Kind, Guid? UserId, Channel Channel)
{
    /// <summary>The structure on its tracking page.</summary>
    public static Author Structure { get; } = new(AuthorKind.Structure, null, Channel.TrackingPage);

    /// <summary>Somebody else of the structure, invited to follow the request. Which one is kept nowhere: the history outlives the person.</summary>
    public static Author Follower { get; } = new(AuthorKind.Structure, null, Channel.FollowerPage);

    /// <summary>A scheduled job.</summary>
    public static Author Job { get; } = new(AuthorKind.System, null, Channel.Job);

    /// <summary>A member of staff in the admin area.</summary>
    public static Author Staff(Guid userId) => new(AuthorKind.Staff, userId, Channel.StaffPage);

    /// <summary>A member of staff who notes what somebody else said or wrote.</summary>
    public static Author StaffHearing(Guid userId, Channel channel) => new(AuthorKind.Staff, userId, channel);

    /// <summary>A partner in the partner space.</summary>
    public static Author Partner(Guid userId) => new(AuthorKind.Partner, userId, Channel.PartnerPage);

    /// <summary>Whoever holds the signed link that was sent to the actor.</summary>
    public static Author LinkHolder { get; } = new(AuthorKind.Partner, null, Channel.SignedLink);

    /// <summary>Whether it is somebody who was invited to follow the request.</summary>
    public bool IsFollower => Channel == Channel.FollowerPage;

    /// <summary>Whether what is done to an actor is the word of the structure: on its page, or heard from it by staff.</summary>
    public bool SpeaksForStructure => Kind == AuthorKind.Structure || (Kind == AuthorKind.Staff && Channel != Channel.StaffPage);

    /// <summary>The author as a mover of the transition tables.</summary>
    public Movers AsMover => Kind switch
    {
        AuthorKind.Structure => Movers.Structure,
        AuthorKind.Staff => Movers.Staff,
        AuthorKind.Partner => Movers.Partner,
        AuthorKind.System => Movers.System,
    };
}
