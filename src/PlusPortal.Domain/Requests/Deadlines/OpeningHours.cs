using System.Globalization;

namespace PlusPortal.Domain.Requests.Deadlines;

/// <summary>A time of opening in a day.</summary>
public readonly record struct TimeRange(TimeOnly From, TimeOnly To)
{
    /// <summary>As stored: « 09:00-12:00 ».</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{From:HH\\:mm}-{To:HH\\:mm}");
}

/// <summary>What is wrong with the hours of a day, or of a week.</summary>
public enum HoursProblem
{
    /// <summary>A range ends before it begins.</summary>
    EndsBeforeItBegins,

    /// <summary>The afternoon begins before the morning ends.</summary>
    Overlaps,

    /// <summary>PLUS would open on no working day.</summary>
    NeverOpen,
}

/// <summary>When PLUS is open, weekday by weekday: a morning, an afternoon, both or none. Compared by value.</summary>
public sealed class OpeningHours : IEquatable<OpeningHours>
{
    private const int DaysInWeek = 7;
    private readonly TimeRange[][] days;

    private OpeningHours(TimeRange[][] days) => this.days = days;

    /// <summary>Until PLUS says otherwise: Monday to Friday, nine to twelve and two to five.</summary>
    public static OpeningHours Usual { get; } = Of(Weekdays
        .Where(day => day is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
        .ToDictionary(day => day, _ => (IReadOnlyList<TimeRange>)[new(new(9, 0), new(12, 0)), new(new(14, 0), new(17, 0))]));

    /// <summary>The days of a week, from Monday.</summary>
    public static IReadOnlyList<DayOfWeek> Weekdays =>
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    /// <summary>Ranges of a day, in order; none when PLUS is closed.</summary>
    public IReadOnlyList<TimeRange> On(DayOfWeek day) => days[(int)day];

    /// <summary>The hours of a week; a day that is not there is closed.</summary>
    /// <exception cref="DomainRuleException"><see cref="RuleCode.UnusableSetting"/> when <see cref="ProblemOf(IReadOnlyList{TimeRange})"/> or <see cref="ProblemOf(IReadOnlyDictionary{DayOfWeek, IReadOnlyList{TimeRange}})"/> finds something.</exception>
    public static OpeningHours Of(IReadOnlyDictionary<DayOfWeek, IReadOnlyList<TimeRange>> week)
    {
        if (ProblemOf(week) is not null || week.Values.Any(ranges => ProblemOf(ranges) is not null)) throw new DomainRuleException(RuleCode.UnusableSetting);
        var days = new TimeRange[DaysInWeek][];
        foreach (var day in Weekdays) days[(int)day] = [.. week.GetValueOrDefault(day) ?? []];
        return new OpeningHours(days);
    }

    /// <summary>What is wrong with the hours of one day; null when nothing is.</summary>
    public static HoursProblem? ProblemOf(IReadOnlyList<TimeRange> day)
    {
        if (day.Any(range => range.To <= range.From)) return HoursProblem.EndsBeforeItBegins;
        return day.Zip(day.Skip(1)).Any(pair => pair.Second.From < pair.First.To) ? HoursProblem.Overlaps : null;
    }

    /// <summary>What is wrong with a week whose days are right; null when nothing is. One half-day from Monday to Friday is the least: without it no delay would ever end.</summary>
    public static HoursProblem? ProblemOf(IReadOnlyDictionary<DayOfWeek, IReadOnlyList<TimeRange>> week) =>
        week.Any(day => day.Key is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && day.Value.Count > 0) ? null : HoursProblem.NeverOpen;

    /// <summary>As stored, a line a day that is open: « 1 09:00-12:00 14:00-17:00 », Monday being 1.</summary>
    public override string ToString() =>
        string.Join('\n', Weekdays.Where(day => On(day).Count > 0).Select(day => $"{(int)day} {string.Join(' ', On(day))}"));

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static OpeningHours Read(string stored) => Of(stored.Split('\n').Select(line => line.Split(' ')).ToDictionary(
        line => (DayOfWeek)int.Parse(line[0], CultureInfo.InvariantCulture),
        line => (IReadOnlyList<TimeRange>)[.. line.Skip(1).Select(range => range.Split('-')).Select(ends => new TimeRange(Time(ends[0]), Time(ends[1])))]));

    /// <inheritdoc />
    public bool Equals(OpeningHours? other) => other is not null && ToString() == other.ToString();

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as OpeningHours);

    /// <inheritdoc />
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    private static TimeOnly Time(string text) => TimeOnly.ParseExact(text, "HH:mm", CultureInfo.InvariantCulture);
}
