namespace PlusPortal.Data.Requests;

/// <summary>A request being written. It survives restarts, tabs and devices; access needs its secret, of which only the hash is stored.</summary>
public sealed class RequestDraft
{
    /// <summary>Days without change after which a draft is deleted.</summary>
    public const int LifetimeDays = 30;

    /// <summary>Identifier; in the address of the pages, no secret.</summary>
    public required Guid Id { get; init; }

    /// <summary>SHA-256 of the secret in the visitor's cookie.</summary>
    public required byte[] SecretHash { get; init; }

    /// <summary>Answers given so far, as JSON.</summary>
    public required string Answers { get; set; }

    /// <summary>Version of the shape of <see cref="Answers"/>.</summary>
    public int SchemaVersion { get; set; } = 1;

    /// <summary>Creation, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Last change, UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Deletion, UTC.</summary>
    public required DateTimeOffset ExpiresAt { get; set; }

    /// <summary>Most characters of <see cref="ResumeEmail"/> (RFC 5321, path).</summary>
    public const int EmailLength = 254;

    /// <summary>Address typed to receive the resume link; null until one is asked for. Goes with the draft.</summary>
    public string? ResumeEmail { get; set; }

    /// <summary>Request from whose tracking page it was begun; null for the others.</summary>
    public Guid? PrecededById { get; init; }

    /// <summary>Request that it became; null while it is a draft.</summary>
    public Guid? RequestId { get; set; }

    /// <summary>Row version.</summary>
    public uint Version { get; private set; }
}
