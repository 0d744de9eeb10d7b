namespace PlusPortal.Data.Digests;

/// <summary>A week whose Monday digest was queued: the witness that it leaves once.</summary>
public sealed class WeekDigest
{
    /// <summary>Most characters of <see cref="Week"/>.</summary>
    public const int WeekLength = 8;

    /// <summary>Identifier.</summary>
    public required Guid Id { get; init; }

    /// <summary>Week by ISO 8601: « 2026-W49 ».</summary>
    public required string Week { get; init; }

    /// <summary>When it was queued, UTC; its figures of the week are those of the seven days before.</summary>
    public required DateTimeOffset At { get; init; }
}
