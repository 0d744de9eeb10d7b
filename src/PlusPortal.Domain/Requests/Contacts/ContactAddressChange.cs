using PlusPortal.Domain.Requests.Declarations;

namespace PlusPortal.Domain.Requests.Contacts;

/// <summary>Another address that the person of a request typed. Nothing changes until it is proven by the link that went there.</summary>
/// <remarks>Source: docs/adr/0031.</remarks>
public sealed class ContactAddressChange
{
    /// <summary>Hours for which its link works.</summary>
    public const int Hours = 48;

    private ContactAddressChange()
    {
        // EF only
    }

    /// <summary>Identifier, no secret.</summary>
    public Guid Id { get; private set; }

    /// <summary>Request whose person asks.</summary>
    public Guid RequestId { get; private set; }

    /// <summary>The address that was typed, at most <see cref="Contact.EmailLength"/> characters; empty once it is proven, replaced or withdrawn.</summary>
    public string Email { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>When its link stops working, UTC.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>When it was proven, replaced by another or withdrawn, UTC; null while it waits.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Asks for it.</summary>
    public static ContactAddressChange Ask(Guid requestId, string email, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        RequestId = requestId,
        Email = email,
        AskedAt = now,
        ExpiresAt = now.AddHours(Hours),
    };

    /// <summary>Whether it can be proven then.</summary>
    public bool IsWaitingAt(DateTimeOffset now) => EndedAt is null && now < ExpiresAt;

    /// <summary>It is over; the address goes with it.</summary>
    public void End(DateTimeOffset now) => (EndedAt, Email) = (now, "");
}
