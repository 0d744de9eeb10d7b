using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;

namespace PlusPortal.Data.Accounts;

/// <summary>Account of a person of PLUS or of a partner. Structures have none: they use private links.</summary>
public sealed class PortalUser : IdentityUser<Guid>
{
    /// <summary>Most characters of a display name.</summary>
    public const int DisplayNameLength = 120;

    /// <summary>Name shown in the timeline and in lists of assignees.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>Support actor that a partner answers for; null for PLUS.</summary>
    public Guid? SupportActorId { get; set; }

    /// <summary>True once the account was deactivated: it cannot sign in any more.</summary>
    public bool IsDisabled { get; set; }

    /// <summary>Creation, UTC.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Last sign-in that opened a session, UTC; null before the first.</summary>
    public DateTimeOffset? LastSignInAt { get; set; }

    /// <summary>Thirty-second step of the last code that was accepted (RFC 6238): neither it nor an earlier one is accepted again.</summary>
    public long? LastCodeStep { get; set; }

    /// <summary>Whether a partner is told every Monday how many requests and sheets wait, when some do.</summary>
    public bool WantsWeeklySummary { get; set; } = true;

    /// <summary>When nothing of the person was left in it, UTC; null while it is somebody's. It stays for what it did to have an author.</summary>
    public DateTimeOffset? AnonymisedAt { get; set; }

    /// <summary>Ends every session of the person within a minute, and whatever else was made for the account as it stood.</summary>
    public void EndSessions()
    {
        SecurityStamp = Convert.ToHexString(RandomNumberGenerator.GetBytes(20));
        ConcurrencyStamp = Guid.NewGuid().ToString();
    }
}
