using System.Globalization;
using System.Text.RegularExpressions;
using PlusPortal.Domain.Requests.Deadlines;
using PlusPortal.Web.Forms;

namespace PlusPortal.Web.Features.Admin.Settings;

/// <summary>The hours of a day as people write them: « 9h-12h et 14h-17h30 », « de 9 h à 12 h ».</summary>
public static partial class TypedHours
{
    private const int MostRanges = 2;
    private const string Unreadable = "Écrivez une ou deux plages d’heures, par exemple 9h-12h et 14h-17h30. Laissez vide si PLUS est fermé ce jour-là.";

    /// <summary>The ranges, or the sentence that says what is wrong.</summary>
    public static (IReadOnlyList<TimeRange> Ranges, string? Problem) Read(string? text)
    {
        if (Typed.Line(text) is not { } line) return ([], null);
        var found = Range().Matches(line);
        if (found.Count is 0 or > MostRanges || !Between().IsMatch(Range().Replace(line, " "))) return ([], Unreadable);
        List<TimeRange> ranges = [];
        foreach (Match match in found)
        {
            if (Time(match.Groups[1], match.Groups[2]) is not { } from || Time(match.Groups[3], match.Groups[4]) is not { } to) return ([], Unreadable);
            ranges.Add(new TimeRange(from, to));
        }

        return OpeningHours.ProblemOf(ranges) switch
        {
            HoursProblem.EndsBeforeItBegins => (ranges, "Une plage finit avant de commencer. Écrivez d’abord l’heure d’ouverture, puis l’heure de fermeture."),
            HoursProblem.Overlaps => (ranges, "La deuxième plage commence avant la fin de la première. Séparez-les, ou n’en écrivez qu’une."),
            _ => (ranges, null),
        };
    }

    /// <summary>As the form shows them: « 9h-12h et 14h-17h30 ».</summary>
    public static string Write(IReadOnlyList<TimeRange> day) => string.Join(" et ", day.Select(range => $"{Write(range.From)}-{Write(range.To)}"));

    private static string Write(TimeOnly time) => time.ToString(time.Minute == 0 ? "H'h'" : "H'h'mm", CultureInfo.InvariantCulture);

    private static TimeOnly? Time(Group hours, Group minutes)
    {
        var (hour, minute) = (int.Parse(hours.ValueSpan, CultureInfo.InvariantCulture), minutes.Success ? int.Parse(minutes.ValueSpan, CultureInfo.InvariantCulture) : 0);
        return hour < 24 && minute < 60 ? new TimeOnly(hour, minute) : null;
    }

    [GeneratedRegex(@"([0-9]{1,2})\s*(?:[hH:]\s*([0-9]{2})?)?\s*(?:-|–|—|à)\s*([0-9]{1,2})\s*(?:[hH:]\s*([0-9]{2})?)?")]
    private static partial Regex Range();

    [GeneratedRegex(@"^(?:de|et|puis|[\s,;/])*$", RegexOptions.IgnoreCase)]
    private static partial Regex Between();
}
