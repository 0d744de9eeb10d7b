namespace PlusPortal.Domain.Announcements;

/// <summary>What somebody is told of although no request records it as an event.</summary>
public enum Occasion
{
    /// <summary>A person asked for the link to its draft.</summary>
    ResumeLinkAsked,

    /// <summary>A structure asked for a new link to its request.</summary>
    TrackingLinkAsked,

    /// <summary>Staff approved the edit that a partner proposed.</summary>
    OfferRevisionApproved,

    /// <summary>Staff returned it with a reason.</summary>
    OfferRevisionReturned,

    /// <summary>A person asked for a link to a new password.</summary>
    PasswordResetAsked,

    /// <summary>A password was changed.</summary>
    PasswordChanged,
}
