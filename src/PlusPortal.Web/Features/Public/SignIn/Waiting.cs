using System.Globalization;

namespace PlusPortal.Web.Features.Public.SignIn;

/// <summary>How long to wait, in words.</summary>
public static class Waiting
{
    /// <summary>« 12 minutes », rounded up; « une minute » at least.</summary>
    public static string InWords(TimeSpan wait) => Math.Ceiling(wait.TotalMinutes) is > 1 and var minutes ? string.Create(CultureInfo.InvariantCulture, $"{minutes} minutes") : "une minute";
}
