namespace PlusPortal.Domain.Retention;

/// <summary>How long each thing about people is kept. The database holds the terms in force: the portal, and the functions with which the owner of the schema deletes, follow those.</summary>
/// <remarks>Source: workflow of PLUS, §11; docs/adr/0028.</remarks>
public sealed record RetentionTerms
{
    /// <summary>Most characters of the name of a term.</summary>
    public const int NameLength = 40;

    /// <summary>Those of the workflow.</summary>
    public static RetentionTerms Usual { get; } = new();

    /// <summary>Days after which a request that was ended as unwanted is deleted.</summary>
    public int SpamDays { get; init; } = 30;

    /// <summary>Months without any event after which an open request is asked about.</summary>
    public int DormantMonths { get; init; } = 12;

    /// <summary>Months after its end after which a request becomes anonymous.</summary>
    public int ClosedRequestMonths { get; init; } = 24;

    /// <summary>Months after which a message of the outbox says no more to whom it went.</summary>
    public int OutboxMonths { get; init; } = 12;

    /// <summary>Months for which the log of security is kept.</summary>
    public int SecurityLogMonths { get; init; } = 12;

    /// <summary>Months without use after which an account is removed.</summary>
    public int UnusedAccountMonths { get; init; } = 24;

    /// <summary>Days before that in which its person is told.</summary>
    public int UnusedAccountNoticeDays { get; init; } = 30;

    /// <summary>The terms by name, as stored.</summary>
    public IReadOnlyDictionary<string, int> ByName => new Dictionary<string, int>
    {
        [nameof(SpamDays)] = SpamDays,
        [nameof(DormantMonths)] = DormantMonths,
        [nameof(ClosedRequestMonths)] = ClosedRequestMonths,
        [nameof(OutboxMonths)] = OutboxMonths,
        [nameof(SecurityLogMonths)] = SecurityLogMonths,
        [nameof(UnusedAccountMonths)] = UnusedAccountMonths,
        [nameof(UnusedAccountNoticeDays)] = UnusedAccountNoticeDays,
    };

    /// <summary>Reads what <see cref="ByName"/> wrote; null when a term is missing.</summary>
    public static RetentionTerms? Read(IReadOnlyDictionary<string, int> stored) => !Usual.ByName.Keys.All(stored.ContainsKey) ? null : new RetentionTerms
    {
        SpamDays = stored[nameof(SpamDays)],
        DormantMonths = stored[nameof(DormantMonths)],
        ClosedRequestMonths = stored[nameof(ClosedRequestMonths)],
        OutboxMonths = stored[nameof(OutboxMonths)],
        SecurityLogMonths = stored[nameof(SecurityLogMonths)],
        UnusedAccountMonths = stored[nameof(UnusedAccountMonths)],
        UnusedAccountNoticeDays = stored[nameof(UnusedAccountNoticeDays)],
    };

    /// <summary>What was last used before this instant is unused for the whole term.</summary>
    public DateTimeOffset UnusedBefore(DateTimeOffset at) => at.AddMonths(-UnusedAccountMonths);

    /// <summary>Day on which an account is removed, when its person was told on another.</summary>
    /// <param name="lastUsed">When it was last used.</param>
    /// <param name="toldAt">When its person is told: the notice is never shortened.</param>
    public DateTimeOffset RemovalAfter(DateTimeOffset lastUsed, DateTimeOffset toldAt)
    {
        var (usual, least) = (lastUsed.AddMonths(UnusedAccountMonths), toldAt.AddDays(UnusedAccountNoticeDays));
        return usual > least ? usual : least;
    }
}
