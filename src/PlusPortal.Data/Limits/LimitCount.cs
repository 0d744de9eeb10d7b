namespace PlusPortal.Data.Limits;

/// <summary>How often something was done for one subject in one window. Nothing tells who: the subject is a hash.</summary>
public sealed class LimitCount
{
    /// <summary>What was done.</summary>
    public required LimitPurpose Purpose { get; init; }

    /// <summary>SHA-256 of purpose and subject: neither an address nor a client is stored.</summary>
    public required byte[] Subject { get; init; }

    /// <summary>Beginning of the window, UTC.</summary>
    public required DateTimeOffset WindowStart { get; init; }

    /// <summary>How often.</summary>
    public required int Count { get; init; }
}
