using PlusPortal.Domain.Requests.Deadlines;

namespace PlusPortal.Web.Labels.Situations;

/// <summary>Days of situations, in words, with a space before. A day that has passed is not announced.</summary>
/// <param name="today">Today, with the calendar of PLUS.</param>
internal readonly struct DayWords(PlusDay today)
{
    /// <summary>« au plus tard le mardi 3 mars 2026 » for what PLUS does: a day on which somebody is there; « dès que possible » once it has passed.</summary>
    public string ByPlus(DateOnly? due)
    {
        if (due is not { } day || day < today.Date) return " dès que possible";
        var open = today.Calendar.AddWorkingDays(day, 0);
        if (open < today.NextToAct) open = today.NextToAct;
        return open == today.Date ? $" aujourd’hui, {open.InWords}" : $" au plus tard le {open.InWords}";
    }

    /// <summary>« au plus tard le mardi 3 mars 2026 » for anybody else; nothing once it has passed.</summary>
    public string By(DateOnly? due) => due switch
    {
        null => "",
        { } day when day < today.Date => "",
        { } day when day == today.Date => $" au plus tard ce {day.InWords}",
        { } day => $" au plus tard le {day.InWords}",
    };

    /// <summary>« jusqu’au mardi 3 mars 2026 ».</summary>
    public string Until(DateOnly? due, string otherwise) => due is { } day && day >= today.Date ? $" jusqu’au {day.InWords}" : $" {otherwise}";

    /// <summary>Whether the day is over.</summary>
    public bool HasPassed(DateOnly? due) => due < today.Date;
}
