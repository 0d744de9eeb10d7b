namespace PlusPortal.Data.Privacy;

/// <summary>What was erased.</summary>
public enum ErasedKind
{
    /// <summary>An orientation request, with its person.</summary>
    Request,
}

/// <summary>
/// Somebody's data were erased at its demand: an identifier, and nothing of the person. Written once, in the transaction
/// of the erasure, and never changed; it is written into a file outside the database too, so that it outlives a restore.
/// </summary>
public sealed class Erasure
{
    /// <summary>Request that was made anonymous; the key.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>What it is.</summary>
    public required ErasedKind Kind { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>An erasure stands in the file outside the database. A row of its own, because those of <see cref="Erasure"/> are never changed.</summary>
public sealed class ErasureRecorded
{
    /// <summary>The erasure; the key.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>When the line was on the disk, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}
