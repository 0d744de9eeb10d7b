using System.Globalization;

namespace PlusPortal.Web.Security.Limits;

/// <summary>How long to wait, in words.</summary>
public static class Waiting
{
    /// <summary>« 12 minutes », « 3 heures », rounded up; « une minute » at least.</summary>
    public static string InWords(TimeSpan wait) => (int)Math.Ceiling(wait.TotalMinutes) switch
    {
        <= 1 => "une minute",
        <= 60 and var minutes => string.Create(CultureInfo.InvariantCulture, $"{minutes} minutes"),
        var minutes => string.Create(CultureInfo.InvariantCulture, $"{(minutes + 59) / 60} heures"),
    };
}
