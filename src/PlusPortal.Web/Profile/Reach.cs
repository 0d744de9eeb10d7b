using PlusPortal.Domain.Profile;

namespace PlusPortal.Web.Profile;

/// <summary>How to reach PLUS, as pages say it.</summary>
/// <param name="Phone">Telephone; null when there is none.</param>
/// <param name="Email">E-mail address that a person reads; null when there is none.</param>
/// <param name="Hours">When somebody is there.</param>
/// <param name="Closure">The closure under way or near, in whole sentences; null when there is none.</param>
public sealed record Reach(string? Phone, string? Email, string Hours, string? Closure)
{
    /// <summary>The words of a profile on a day.</summary>
    public static Reach Of(PlusProfile profile, DateOnly today) => new(profile.Phone, profile.Email, OpeningWords.Of(profile.Calendar.Hours), OpeningWords.ClosureOf(profile.Calendar, today));
}
