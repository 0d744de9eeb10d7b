namespace PlusPortal.Domain.Directory.Sheets;

/// <summary>When the sheet of an offer is to be confirmed again, who is told before and after, and when it is suspended. Source: workflow, §8 (P5) and §9; docs/adr/0030.</summary>
public static class SheetClock
{
    /// <summary>Months between two confirmations unless the partner or staff chose others.</summary>
    public const int UsualMonths = 6;

    /// <summary>Months after the due date from which the offer is suspended.</summary>
    public const int SuspendedAfterMonths = 3;

    /// <summary>Days that pass at least between the first message about a due date and the suspension: nobody is suspended unheard.</summary>
    public const int NoticeDays = 30;

    /// <summary>Choices of months.</summary>
    public static IReadOnlyList<int> MonthChoices { get; } = [1, 3, 6, 12];

    /// <summary>Days from the due date on which the actor is told: before it, then on it and after it.</summary>
    public static IReadOnlyList<int> Steps { get; } = [-15, 0, 15, 30];

    /// <summary>Day on which the sheet is due.</summary>
    /// <param name="confirmedOn">Day on which the actor last said that it is right; null when never.</param>
    /// <param name="createdOn">Paris day of the record.</param>
    /// <param name="verifiedOn">Day on which PLUS last checked the record of the actor; null when never.</param>
    /// <param name="months">Months between two confirmations.</param>
    public static DateOnly DueOn(DateOnly? confirmedOn, DateOnly createdOn, DateOnly? verifiedOn, int months) =>
        (confirmedOn ?? (verifiedOn > createdOn ? verifiedOn.Value : createdOn)).AddMonths(months);

    /// <summary>The step that has come, the furthest one when several have; null before the first.</summary>
    public static int? StepOn(DateOnly today, DateOnly dueOn) => Steps.Where(step => dueOn.AddDays(step) <= today).Cast<int?>().LastOrDefault();

    /// <summary>Whether the offer is suspended on that day: long overdue, and its people were told of it long enough ago.</summary>
    /// <param name="today">Paris day.</param>
    /// <param name="dueOn">See <see cref="DueOn"/>.</param>
    /// <param name="firstToldOn">Paris day of the first message about that due date; null before.</param>
    public static bool IsSuspended(DateOnly today, DateOnly dueOn, DateOnly? firstToldOn) =>
        today >= dueOn.AddMonths(SuspendedAfterMonths) && firstToldOn is { } told && today >= told.AddDays(NoticeDays);
}

/// <summary>Why the portal suspended an offer by itself. Stored as text, never renamed.</summary>
public enum SuspensionCause
{
    /// <summary>Nobody confirmed the sheet in time.</summary>
    Unconfirmed,

    /// <summary>Its actor left several requests in a row without an answer.</summary>
    Silence,
}

/// <summary>A message about a due date that left: written once, so that the next run knows.</summary>
public sealed class SheetNotice
{
    private SheetNotice()
    {
        // EF only
    }

    /// <summary>Notes that the people of an actor were told of an offer.</summary>
    public SheetNotice(Guid offerId, DateOnly dueOn, int step, DateOnly toldOn) => (OfferId, DueOn, Step, ToldOn) = (offerId, dueOn, step, toldOn);

    /// <summary>The offer.</summary>
    public Guid OfferId { get; private set; }

    /// <summary>Day on which its sheet is due.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>One of <see cref="SheetClock.Steps"/>.</summary>
    public int Step { get; private set; }

    /// <summary>Paris day of the message.</summary>
    public DateOnly ToldOn { get; private set; }
}
