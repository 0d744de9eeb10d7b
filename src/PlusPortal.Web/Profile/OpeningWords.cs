using System.Globalization;
using PlusPortal.Domain.Requests.Deadlines;
using PlusPortal.Web.Labels;

namespace PlusPortal.Web.Profile;

/// <summary>Hours and closures of PLUS in French.</summary>
public static class OpeningWords
{
    /// <summary>« du lundi au vendredi, de 9 h à 12 h et de 14 h à 17 h ».</summary>
    public static string Of(OpeningHours hours)
    {
        var groups = new List<List<DayOfWeek>>();
        foreach (var day in OpeningHours.Weekdays.Where(day => hours.On(day).Count > 0))
        {
            if (groups is [.., var last] && IsAfter(last[^1], day) && hours.On(last[^1]).SequenceEqual(hours.On(day))) last.Add(day);
            else groups.Add([day]);
        }

        return string.Join("\u00A0; ", groups.Select(days => $"{Days(days)}, {Of(hours.On(days[0]))}"));
    }

    /// <summary>« de 9 h à 12 h et de 14 h à 17 h ».</summary>
    public static string Of(IReadOnlyList<TimeRange> day) => string.Join(" et ", day.Select(range => $"de {Of(range.From)} à {Of(range.To)}"));

    /// <summary>« 9 h », « 9 h 30 ».</summary>
    public static string Of(TimeOnly time) => time.ToString(time.Minute == 0 ? "H' h'" : "H' h 'mm", CultureInfo.InvariantCulture).Replace(' ', '\u00A0');

    /// <summary>« lundi ».</summary>
    public static string Of(DayOfWeek day) => FrenchText.Culture.DateTimeFormat.GetDayName(day);

    /// <summary>« du jeudi 24 décembre 2026 au samedi 2 janvier 2027 », « le vendredi 2 avril 2027 ».</summary>
    public static string DaysOf(Closure closure) => closure.From == closure.To ? $"le {closure.From.InWords}" : $"du {closure.From.InWords} au {closure.To.InWords}";

    /// <summary>The closure under way or near, with its end and the next opening day; null when there is none.</summary>
    public static string? ClosureOf(PlusCalendar calendar, DateOnly today)
    {
        if (calendar.ClosureToTell(today) is not { } closure) return null;

        // One that goes on in another is one for whoever waits.
        while (calendar.Closures.FirstOrDefault(next => next.From <= closure.To.AddDays(1) && next.To > closure.To) is { } longer) closure = closure with { To = longer.To };
        var when = closure switch
        {
            _ when closure.From > today => $"sera fermé {DaysOf(closure)}",
            _ when closure.To == today => "est fermé aujourd’hui",
            _ => $"est fermé jusqu’au {closure.To.InWords}",
        };
        return $"PLUS {when} ({closure.Label}). Réouverture le {calendar.NextOpening(closure.To).InWords}.";
    }

    private static bool IsAfter(DayOfWeek first, DayOfWeek second) => ((int)first + 1) % 7 == (int)second;

    private static string Days(List<DayOfWeek> days) => days switch
    {
        [var only] => $"le {Of(only)}",
        [var first, var second] => $"le {Of(first)} et le {Of(second)}",
        [var first, .., var last] => $"du {Of(first)} au {Of(last)}",
        [] => "",
    };
}
