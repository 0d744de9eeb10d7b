using PlusPortal.Domain.Territory;

namespace PlusPortal.Domain.Requests.Deadlines;

/// <summary>Working days in France: Monday to Friday but public holidays, with those of local law where they apply.</summary>
/// <remarks>Source: Code du travail, article L3133-1 (holidays), L3134-13 (Good Friday and 26 December in Moselle, Bas-Rhin, Haut-Rhin).</remarks>
public static class WorkingDayCalendar
{
    /// <summary>Whether people work on that day in that département (null: national rules only).</summary>
    public static bool IsWorkingDay(DateOnly day, string? departement) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsPublicHoliday(day, departement);

    /// <summary>The day that is the given number of working days later; with 0, the day itself or the next working one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static DateOnly AddWorkingDays(DateOnly day, int workingDays, string? departement) => AddDays(day, workingDays, candidate => IsWorkingDay(candidate, departement));

    /// <summary>The same for whoever works on other days.</summary>
    internal static DateOnly AddDays(DateOnly day, int workingDays, Func<DateOnly, bool> isWorkingDay)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workingDays);
        var current = day;
        while (workingDays == 0 && !isWorkingDay(current)) current = current.AddDays(1);
        for (var left = workingDays; left > 0;)
        {
            current = current.AddDays(1);
            if (isWorkingDay(current)) left--;
        }

        return current;
    }

    /// <summary>Working days after the first day, up to and including the last; 0 when the last is not later.</summary>
    public static int WorkingDaysBetween(DateOnly first, DateOnly last, string? departement) => CountDays(first, last, day => IsWorkingDay(day, departement));

    /// <summary>The same for whoever works on other days.</summary>
    internal static int CountDays(DateOnly first, DateOnly last, Func<DateOnly, bool> isWorkingDay)
    {
        var count = 0;
        for (var day = first; day < last;)
        {
            day = day.AddDays(1);
            if (isWorkingDay(day)) count++;
        }

        return count;
    }

    /// <summary>Whether the day is a public holiday in that département.</summary>
    public static bool IsPublicHoliday(DateOnly day, string? departement)
    {
        if ((day.Month, day.Day) is (1, 1) or (5, 1) or (5, 8) or (7, 14) or (8, 15) or (11, 1) or (11, 11) or (12, 25)) return true;
        var fromEaster = day.DayNumber - EasterSunday(day.Year).DayNumber;
        if (fromEaster is 1 or 39 or 50) return true;
        return Lorraine.HasLocalLaw(departement) && (fromEaster == -2 || day is { Month: 12, Day: 26 });
    }

    /// <summary>Easter Sunday of the Gregorian calendar (algorithm of Meeus, Jones and Butcher).</summary>
    public static DateOnly EasterSunday(int year)
    {
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var (d, e) = (b / 4, b % 4);
        var g = ((8 * b) + 13) / 25;
        var h = ((19 * a) + b - d - g + 15) % 30;
        var (i, k) = (c / 4, c % 4);
        var l = (32 + (2 * e) + (2 * i) - h - k) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var n = h + l - (7 * m) + 114;
        return new DateOnly(year, n / 31, (n % 31) + 1);
    }
}
