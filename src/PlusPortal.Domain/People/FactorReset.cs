namespace PlusPortal.Domain.People;

/// <summary>How an administrator made sure of who asked.</summary>
public enum IdentityCheck
{
    /// <summary>Called back at a number that PLUS knew before.</summary>
    KnownNumber,

    /// <summary>In person.</summary>
    InPerson,

    /// <summary>By video call.</summary>
    VideoCall,
}

/// <summary>An administrator took the lost second factor of a person away.</summary>
/// <param name="id">Identifier.</param>
/// <param name="userId">Whose.</param>
/// <param name="byId">Administrator.</param>
/// <param name="at">When, UTC.</param>
/// <param name="check">How the identity was checked.</param>
/// <param name="note">What the administrator adds to it.</param>
public sealed class FactorReset(Guid id, Guid userId, Guid byId, DateTimeOffset at, IdentityCheck check, string note)
{
    /// <summary>Most characters of <see cref="Note"/>.</summary>
    public const int NoteLength = 300;

    /// <summary>Identifier.</summary>
    public Guid Id { get; private init; } = id;

    /// <summary>Whose.</summary>
    public Guid UserId { get; private init; } = userId;

    /// <summary>Administrator.</summary>
    public Guid ById { get; private init; } = byId;

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; private init; } = at;

    /// <summary>How the identity was checked.</summary>
    public IdentityCheck Check { get; private init; } = check;

    /// <summary>What the administrator adds to it.</summary>
    public string Note { get; private init; } = note;
}
