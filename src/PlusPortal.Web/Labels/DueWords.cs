namespace PlusPortal.Web.Labels;

/// <summary>Days left and days gone, in words. Show the date beside them: « hier » alone ages badly on a printed page.</summary>
public static class DueWords
{
    /// <summary>« en retard de 2 jours », « aujourd’hui », « dans 3 jours ».</summary>
    public static string Due(DateOnly? dueOn, DateOnly today) => dueOn is not { } due
        ? "sans échéance"
        : (due.DayNumber - today.DayNumber) switch
        {
            < -1 and var days => $"en retard de {-days} jours",
            -1 => "en retard d’un jour",
            0 => "à faire aujourd’hui",
            1 => "à faire demain",
            var days => $"à faire dans {days} jours",
        };

    /// <summary>« aujourd’hui », « depuis hier », « depuis 5 jours ».</summary>
    public static string Age(DateOnly since, DateOnly today) => (today.DayNumber - since.DayNumber) switch
    {
        <= 0 => "depuis aujourd’hui",
        1 => "depuis hier",
        var days => $"depuis {days} jours",
    };

    /// <summary>Whether the day has passed.</summary>
    public static bool IsLate(DateOnly? dueOn, DateOnly today) => dueOn < today;
}
