using PlusPortal.Domain.Requests.Declarations;

namespace PlusPortal.Domain.Requests.Followers;

/// <summary>Somebody else of the structure who follows a request, invited by the person who sent it. Moved only through its <see cref="OrientationRequest"/>.</summary>
/// <remarks>Source: docs/adr/0031.</remarks>
public sealed class RequestFollower
{
    /// <summary>Most people who follow one request, or are invited to, beside the one who sent it.</summary>
    public const int MostPerRequest = 5;

    /// <summary>Days for which an invitation works.</summary>
    public const int InvitationDays = 7;

    private RequestFollower()
    {
        // EF only
    }

    internal RequestFollower(Guid requestId, string? name, string email, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7(now);
        RequestId = requestId;
        Name = name;
        Email = email;
        InvitedAt = now;
        Renew(now);
    }

    /// <summary>Identifier, no secret.</summary>
    public Guid Id { get; private set; }

    /// <summary>Request that it follows.</summary>
    public Guid RequestId { get; private set; }

    /// <summary>Name, as whoever invited gave it; null when not given, and once it follows no longer.</summary>
    public string? Name { get; private set; }

    /// <summary>Address of its own, at most <see cref="Contact.EmailLength"/> characters; empty once it follows no longer.</summary>
    public string Email { get; private set; } = "";

    /// <summary>When it was invited, UTC.</summary>
    public DateTimeOffset InvitedAt { get; private set; }

    /// <summary>When its invitation stops working, UTC.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>When it pressed the button behind its link, UTC: the address is proven. Null until then.</summary>
    public DateTimeOffset? JoinedAt { get; private set; }

    /// <summary>When it was removed or left, UTC; null while it is invited, or follows.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Whether it follows the request now.</summary>
    public bool IsFollowing => JoinedAt is not null && EndedAt is null;

    /// <summary>Whether its invitation can be accepted then.</summary>
    public bool IsInvitedAt(DateTimeOffset now) => JoinedAt is null && EndedAt is null && now < ExpiresAt;

    internal void Renew(DateTimeOffset now) => ExpiresAt = now.AddDays(InvitationDays);

    internal void Join(DateTimeOffset now) => JoinedAt = now;

    /// <summary>What told who it was goes at once.</summary>
    internal void End(DateTimeOffset now) => (EndedAt, Name, Email) = (now, null, "");
}
