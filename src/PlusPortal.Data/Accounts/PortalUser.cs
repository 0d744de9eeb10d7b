using Microsoft.AspNetCore.Identity;

namespace PlusPortal.Data.Accounts;

/// <summary>Account of a member of staff or of a partner. Structures have none: they use private links.</summary>
public sealed class PortalUser : IdentityUser<Guid>
{
    /// <summary>Most characters of a display name.</summary>
    public const int DisplayNameLength = 120;

    /// <summary>Name shown in the timeline and in lists of assignees.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>Support actor that a partner answers for; null for staff.</summary>
    public Guid? SupportActorId { get; set; }

    /// <summary>True once staff closed the account: it cannot sign in any more.</summary>
    public bool IsDisabled { get; set; }

    /// <summary>Creation, UTC.</summary>
    public DateTimeOffset CreatedAt { get; set; }
}

/// <summary>Roles of the portal.</summary>
public static class PortalRoles
{
    /// <summary>Member of PLUS staff: triage and directory.</summary>
    public const string Staff = "staff";

    /// <summary>PLUS administrator: also users and settings. Always a member of staff too.</summary>
    public const string Administrator = "administrator";

    /// <summary>Partner answering for one support actor.</summary>
    public const string Partner = "partner";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Staff, Administrator, Partner];
}
