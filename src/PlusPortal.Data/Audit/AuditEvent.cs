namespace PlusPortal.Data.Audit;

/// <summary>What an event of the audit belongs to.</summary>
public enum AuditArea
{
    /// <summary>Signing in, rights, refusals, limits.</summary>
    Security,

    /// <summary>What people read, export and change.</summary>
    Business,
}

/// <summary>One line of the audit: who did what, when, from where, about what. Added once and never changed; codes and identifiers only, so that nobody has to be erased from it.</summary>
public sealed class AuditEvent
{
    /// <summary>Most characters of <see cref="Kind"/>.</summary>
    public const int KindLength = 40;

    /// <summary>Most characters of <see cref="Client"/>.</summary>
    public const int ClientLength = 60;

    /// <summary>Most characters of <see cref="Route"/>.</summary>
    public const int RouteLength = 200;

    /// <summary>Most characters of <see cref="TargetKind"/>.</summary>
    public const int TargetKindLength = 40;

    /// <summary>Most characters of <see cref="Target"/>.</summary>
    public const int TargetLength = 80;

    /// <summary>Identifier, made from the instant.</summary>
    public required Guid Id { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What happened: the name of a security event or of an act on the portal.</summary>
    public required string Kind { get; init; }

    /// <summary>What it belongs to.</summary>
    public required AuditArea Area { get; init; }

    /// <summary>Account of who did it; null when nobody was signed in.</summary>
    public Guid? ActorId { get; init; }

    /// <summary>Network it came from, never a full address; null from the command line.</summary>
    public string? Client { get; init; }

    /// <summary>Pattern of the route, never the path; null from the command line.</summary>
    public string? Route { get; init; }

    /// <summary>What <see cref="Target"/> names: an account, an offer, a text…</summary>
    public string? TargetKind { get; init; }

    /// <summary>Identifier or code of what it is about; never what somebody typed.</summary>
    public string? Target { get; init; }

    /// <summary>The request that it is about.</summary>
    public Guid? RequestId { get; init; }

    /// <summary>How many such events within moments this one stands for.</summary>
    public int Times { get; init; } = 1;
}
