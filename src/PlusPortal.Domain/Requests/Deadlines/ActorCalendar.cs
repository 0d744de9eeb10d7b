using System.Globalization;

namespace PlusPortal.Domain.Requests.Deadlines;

/// <summary>Days, both included, on which nobody answers for an actor.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
public readonly record struct ActorClosed(DateOnly From, DateOnly To)
{
    /// <summary>Whether the day is one of them.</summary>
    public bool Includes(DateOnly day) => day >= From && day <= To;
}

/// <summary>How an actor counts its working days: the holidays of its office, and its absences without anybody in its place. Compared by value.</summary>
public sealed class ActorCalendar : IEquatable<ActorCalendar>
{
    /// <summary>Most absences that are counted: those that come first.</summary>
    public const int MostClosed = 20;

    /// <summary>Most characters of <see cref="ToString"/>.</summary>
    public const int TextLength = 3 + (MostClosed * 22);

    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>A calendar.</summary>
    /// <param name="departement">Code of the département of the office; null when nobody knows it: the holidays of the whole country.</param>
    /// <param name="closed">Absences in which nobody answers.</param>
    public ActorCalendar(string? departement, IEnumerable<ActorClosed> closed)
    {
        Departement = departement;
        Closed = [.. closed.OrderBy(period => period.From).ThenBy(period => period.To).Take(MostClosed)];
    }

    /// <summary>That of an actor of which nothing is known.</summary>
    public static ActorCalendar National { get; } = new(null, []);

    /// <summary>Code of the département of the office, or null.</summary>
    public string? Departement { get; }

    /// <summary>Absences in which nobody answers, in order.</summary>
    public IReadOnlyList<ActorClosed> Closed { get; }

    /// <summary>Whether somebody works there on that day.</summary>
    public bool IsWorkingDay(DateOnly day) => WorkingDayCalendar.IsWorkingDay(day, Departement) && !Closed.Any(period => period.Includes(day));

    /// <summary>The day that is the given number of working days later; with 0, the day itself or the next working one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public DateOnly AddWorkingDays(DateOnly day, int workingDays) => WorkingDayCalendar.AddDays(day, workingDays, IsWorkingDay);

    /// <summary>Working days after the first day, up to and including the last; 0 when the last is not later.</summary>
    public int WorkingDaysBetween(DateOnly first, DateOnly last) => WorkingDayCalendar.CountDays(first, last, IsWorkingDay);

    /// <summary>As stored: « 57|2026-08-03/2026-08-14 ».</summary>
    public override string ToString() => string.Join('|', Closed.Select(period => $"{Text(period.From)}/{Text(period.To)}").Prepend(Departement ?? ""));

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public static ActorCalendar Read(string stored)
    {
        var parts = stored.Split('|');
        return new ActorCalendar(parts[0].Length == 0 ? null : parts[0], parts[1..].Select(part => part.Split('/')).Select(days => new ActorClosed(Day(days[0]), Day(days[1]))));
    }

    /// <inheritdoc />
    public bool Equals(ActorCalendar? other) => other is not null && ToString() == other.ToString();

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as ActorCalendar);

    /// <inheritdoc />
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>Whether two calendars count the same.</summary>
    public static bool operator ==(ActorCalendar? left, ActorCalendar? right) => Equals(left, right);

    /// <summary>Whether two calendars count otherwise.</summary>
    public static bool operator !=(ActorCalendar? left, ActorCalendar? right) => !Equals(left, right);

    private static string Text(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, DayFormat, CultureInfo.InvariantCulture);
}
