using System.Globalization;

namespace PlusPortal.Domain.Requests.Deadlines;

/// <summary>What is wrong with a closure.</summary>
public enum ClosureProblem
{
    /// <summary>It ends before it begins.</summary>
    EndsBeforeItBegins,

    /// <summary>It has begun already: what was promised then would no longer be true.</summary>
    InThePast,

    /// <summary>It lasts longer than <see cref="Closure.MostDays"/>.</summary>
    TooLong,
}

/// <summary>Days on which PLUS is closed although it would be open.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Label">Why, in words that everybody reads: « Fêtes de fin d’année ».</param>
public sealed record Closure(DateOnly From, DateOnly To, string Label)
{
    /// <summary>Most days of one closure.</summary>
    public const int MostDays = 60;

    /// <summary>Most characters of <see cref="Label"/>.</summary>
    public const int LabelLength = 80;

    /// <summary>Whether PLUS is closed on that day for it.</summary>
    public bool Includes(DateOnly day) => From <= day && day <= To;

    /// <summary>What is wrong with a closure that is announced today; null when nothing is. It may begin today.</summary>
    public static ClosureProblem? ProblemOf(DateOnly from, DateOnly to, DateOnly today)
    {
        if (to < from) return ClosureProblem.EndsBeforeItBegins;
        if (from < today) return ClosureProblem.InThePast;
        return to.DayNumber - from.DayNumber >= MostDays ? ClosureProblem.TooLong : null;
    }

    /// <summary>As stored: « 2026-12-24 2027-01-02 Fêtes de fin d’année ».</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{From:yyyy-MM-dd} {To:yyyy-MM-dd} {Label}");

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static Closure Read(string stored)
    {
        var parts = stored.Split(' ', 3);
        return new Closure(Day(parts[0]), Day(parts[1]), parts[2]);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
