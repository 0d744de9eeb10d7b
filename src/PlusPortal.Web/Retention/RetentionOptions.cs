using PlusPortal.Domain.Retention;
using PlusPortal.Web.Settings;

namespace PlusPortal.Web.Retention;

/// <summary>Settings « Retention »: the terms that <c>migrate</c> puts into force. The portal follows the database, not these.</summary>
public sealed class RetentionOptions : ISettings<RetentionOptions>
{
    /// <summary>A tracking page works for six months after the end of its request and thirty days more: what it shows is not taken away before.</summary>
    public const int LeastClosedMonths = 8;

    /// <inheritdoc />
    public static string Section => "Retention";

    /// <summary>As <see cref="RetentionTerms.SpamDays"/>.</summary>
    public int SpamDays { get; set; } = RetentionTerms.Usual.SpamDays;

    /// <summary>As <see cref="RetentionTerms.DormantMonths"/>.</summary>
    public int DormantMonths { get; set; } = RetentionTerms.Usual.DormantMonths;

    /// <summary>As <see cref="RetentionTerms.ClosedRequestMonths"/>.</summary>
    public int ClosedRequestMonths { get; set; } = RetentionTerms.Usual.ClosedRequestMonths;

    /// <summary>As <see cref="RetentionTerms.OutboxMonths"/>.</summary>
    public int OutboxMonths { get; set; } = RetentionTerms.Usual.OutboxMonths;

    /// <summary>As <see cref="RetentionTerms.SecurityLogMonths"/>.</summary>
    public int SecurityLogMonths { get; set; } = RetentionTerms.Usual.SecurityLogMonths;

    /// <summary>As <see cref="RetentionTerms.UnusedAccountMonths"/>.</summary>
    public int UnusedAccountMonths { get; set; } = RetentionTerms.Usual.UnusedAccountMonths;

    /// <summary>As <see cref="RetentionTerms.UnusedAccountNoticeDays"/>.</summary>
    public int UnusedAccountNoticeDays { get; set; } = RetentionTerms.Usual.UnusedAccountNoticeDays;

    /// <summary>The same as terms.</summary>
    public RetentionTerms ToTerms() => new()
    {
        SpamDays = SpamDays,
        DormantMonths = DormantMonths,
        ClosedRequestMonths = ClosedRequestMonths,
        OutboxMonths = OutboxMonths,
        SecurityLogMonths = SecurityLogMonths,
        UnusedAccountMonths = UnusedAccountMonths,
        UnusedAccountNoticeDays = UnusedAccountNoticeDays,
    };

    /// <inheritdoc />
    public IEnumerable<string> Problems()
    {
        (string Name, int Value, int Least, int Most, string Unit, string Why)[] limits =
        [
            (nameof(SpamDays), SpamDays, 7, 180, "days", "staff must have the time to see a mistake, and it goes before any other request"),
            (nameof(DormantMonths), DormantMonths, 3, 36, "months", "an actor may take that long"),
            (nameof(ClosedRequestMonths), ClosedRequestMonths, LeastClosedMonths, 120, "months", "the tracking page of a request still shows it"),
            (nameof(OutboxMonths), OutboxMonths, 1, 36, "months", "staff must be able to say where a message went"),
            (nameof(SecurityLogMonths), SecurityLogMonths, 6, 36, "months", "an intrusion is often found months later"),
            (nameof(UnusedAccountMonths), UnusedAccountMonths, 6, 60, "months", "people leave for some months and come back"),
            (nameof(UnusedAccountNoticeDays), UnusedAccountNoticeDays, 14, 90, "days", "people on holiday must see it"),
        ];
        foreach (var limit in limits.Where(limit => limit.Value < limit.Least || limit.Value > limit.Most))
            yield return $"Set {Section}__{limit.Name} to {limit.Least} to {limit.Most} {limit.Unit} ({limit.Why}); it is {limit.Value}.";
    }
}
