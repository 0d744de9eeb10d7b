using PlusPortal.Data.Outbox;

namespace PlusPortal.Web.Email;

/// <summary>How long to wait after each failed attempt: about a day in all. No jitter: one message more or less at the same minute harms nobody, and staff can say when the next attempt comes.</summary>
public static class Backoff
{
    private static readonly TimeSpan[] Steps =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1),
        TimeSpan.FromHours(3), TimeSpan.FromHours(6), TimeSpan.FromHours(12),
    ];

    /// <summary>Wait after that many attempts; null once <see cref="OutboxMessage.MaxAttempts"/> is reached: the message is dead.</summary>
    public static TimeSpan? After(int attempts) => attempts >= OutboxMessage.MaxAttempts ? null : Steps[Math.Clamp(attempts, 1, Steps.Length) - 1];
}
