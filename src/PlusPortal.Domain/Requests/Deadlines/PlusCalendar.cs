namespace PlusPortal.Domain.Requests.Deadlines;

/// <summary>The days on which PLUS works: its own delays are counted with them. Those of the actors are not: <see cref="WorkingDayCalendar"/> alone counts theirs.</summary>
/// <param name="Hours">When PLUS is open in a week.</param>
/// <param name="Closures">When it is closed although it would be open.</param>
public sealed record PlusCalendar(OpeningHours Hours, IReadOnlyList<Closure> Closures)
{
    /// <summary>Days before a closure from which people are told of it.</summary>
    public const int ToldDaysBefore = 14;

    /// <summary>The seat of PLUS decides its own public holidays; none is confirmed, hence those of the whole country only.</summary>
    private const string? SeatDepartement = null;

    /// <summary>The delays that PLUS set.</summary>
    public ClockDelays Delays { get; init; } = ClockDelays.Usual;

    /// <summary>Until PLUS says otherwise.</summary>
    public static PlusCalendar Usual { get; } = new(OpeningHours.Usual, []);

    /// <summary>Whether a delay counts the day: PLUS opens then, and it is a working day for everybody.</summary>
    public bool IsWorkingDay(DateOnly day) => Opens(day) && WorkingDayCalendar.IsWorkingDay(day, SeatDepartement);

    /// <summary>Whether somebody is there on that day, a Saturday included.</summary>
    public bool Opens(DateOnly day) =>
        Hours.On(day.DayOfWeek).Count > 0 && !WorkingDayCalendar.IsPublicHoliday(day, SeatDepartement) && !Closures.Any(closure => closure.Includes(day));

    /// <summary>The day that is the given number of working days of PLUS later; with 0, the day itself or the next working one.</summary>
    public DateOnly AddWorkingDays(DateOnly day, int workingDays) => WorkingDayCalendar.AddDays(day, workingDays, IsWorkingDay);

    /// <summary>First day after this one on which somebody is there.</summary>
    public DateOnly NextOpening(DateOnly day)
    {
        do day = day.AddDays(1);
        while (!Opens(day));
        return day;
    }

    /// <summary>When PLUS leaves on that day; null when it does not open.</summary>
    public TimeOnly? ClosesAt(DateOnly day) => Opens(day) ? Hours.On(day.DayOfWeek)[^1].To : null;

    /// <summary>The closure to tell of: under way, or the next one when it is near.</summary>
    public Closure? ClosureToTell(DateOnly today) =>
        Closures.Where(closure => closure.To >= today && closure.From <= today.AddDays(ToldDaysBefore)).OrderBy(closure => closure.From).ThenByDescending(closure => closure.To).FirstOrDefault();
}

/// <summary>Today in Paris, with the calendar from which the delays of PLUS are counted.</summary>
/// <param name="Date">The day.</param>
/// <param name="Calendar">The calendar of PLUS on that day.</param>
/// <param name="IsNearlyOver">Whether PLUS leaves within <see cref="TimeToCall"/>, or has left: what is urgent is for the next working day.</param>
public readonly record struct PlusDay(DateOnly Date, PlusCalendar Calendar, bool IsNearlyOver = false)
{
    /// <summary>What is left of a day when somebody can still be called.</summary>
    public static readonly TimeSpan TimeToCall = TimeSpan.FromHours(1);

    /// <summary>The day at an hour of Paris.</summary>
    public static PlusDay At(DateTime inParis, PlusCalendar calendar)
    {
        var date = DateOnly.FromDateTime(inParis);
        return new PlusDay(date, calendar, calendar.IsWorkingDay(date) && calendar.ClosesAt(date) is { } end && inParis.TimeOfDay >= end.ToTimeSpan() - TimeToCall);
    }

    /// <summary>The day that is the given number of working days of PLUS later.</summary>
    public DateOnly AddWorkingDays(int workingDays) => Calendar.AddWorkingDays(Date, workingDays);

    /// <summary>The delays that PLUS set.</summary>
    public ClockDelays Delays => Calendar.Delays;

    /// <summary>The day on which PLUS does what is asked of it now: this one while somebody is there long enough, else the next working one.</summary>
    public DateOnly NextToAct => AddWorkingDays(IsNearlyOver ? 1 : 0);

    /// <summary>The day alone, where nobody counts from it.</summary>
    public static implicit operator DateOnly(PlusDay day) => day.Date;
}
