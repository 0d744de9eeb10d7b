namespace PlusPortal.Data.Limits;

/// <summary>How often something may be done in a window. Windows are fixed: they begin at multiples of their length, a day at midnight UTC.</summary>
/// <param name="Requests">How often.</param>
/// <param name="Window">Length of the window, a day at the most.</param>
public readonly record struct CountedLimit(int Requests, TimeSpan Window)
{
    /// <summary>Longest window: what began before that is over.</summary>
    public static TimeSpan LongestWindow { get; } = TimeSpan.FromDays(1);

    /// <summary>So often in a day.</summary>
    public static CountedLimit PerDay(int requests) => new(requests, LongestWindow);

    internal DateTimeOffset WindowStart(DateTimeOffset now) => new(now.UtcTicks - (now.UtcTicks % Window.Ticks), TimeSpan.Zero);
}

/// <summary>One thing to count.</summary>
/// <param name="Purpose">What is done.</param>
/// <param name="Subject">For whom: a client, an address, an account. Stored as a hash only; told apart exactly, so bring addresses to one writing before.</param>
/// <param name="Limit">How often it may be done.</param>
public sealed record LimitedAct(LimitPurpose Purpose, string Subject, CountedLimit Limit);

/// <summary>Whether something may be done.</summary>
/// <param name="Spent">The limit that is reached; null when it may be done.</param>
/// <param name="RetryAfter">How long to wait: until the window ends; zero when it may be done.</param>
public readonly record struct LimitVerdict(LimitPurpose? Spent, TimeSpan RetryAfter)
{
    /// <summary>Whether it may be done.</summary>
    public bool Passes => Spent is null;
}
