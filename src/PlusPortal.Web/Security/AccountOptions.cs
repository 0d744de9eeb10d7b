using PlusPortal.Web.Settings;

namespace PlusPortal.Web.Security;

/// <summary>Settings « Accounts »: how people of PLUS and partners sign in, and for how long.</summary>
public sealed class AccountOptions : ISettings<AccountOptions>
{
    private const int LongestIdleMinutes = 24 * 60;
    private const int LongestHours = 30 * 24;

    /// <inheritdoc />
    public static string Section => "Accounts";

    /// <summary>Whether staff, observers and managers of partners must have a second factor. Without it, who has none is let in by the password: for demonstrations on one's own machine.</summary>
    public bool RequireSecondFactor { get; set; } = true;

    /// <summary>Minutes without a page after which a session of PLUS ends.</summary>
    public int StaffIdleMinutes { get; set; } = 60;

    /// <summary>Hours after which a session of PLUS ends whatever the person does.</summary>
    public int StaffLongestHours { get; set; } = 10;

    /// <summary>Minutes without a page after which a session of a partner ends.</summary>
    public int PartnerIdleMinutes { get; set; } = 8 * 60;

    /// <summary>Hours after which a session of a partner ends whatever the person does.</summary>
    public int PartnerLongestHours { get; set; } = 3 * 24;

    /// <summary>Lives of a session.</summary>
    /// <param name="isPartner">Whether it is a partner's.</param>
    public SessionLife LifeOf(bool isPartner) => isPartner
        ? new SessionLife(TimeSpan.FromMinutes(PartnerIdleMinutes), TimeSpan.FromHours(PartnerLongestHours))
        : new SessionLife(TimeSpan.FromMinutes(StaffIdleMinutes), TimeSpan.FromHours(StaffLongestHours));

    /// <inheritdoc />
    public IEnumerable<string> Problems()
    {
        (string Name, int Value, int Most)[] values =
        [
            (nameof(StaffIdleMinutes), StaffIdleMinutes, LongestIdleMinutes), (nameof(PartnerIdleMinutes), PartnerIdleMinutes, LongestIdleMinutes),
            (nameof(StaffLongestHours), StaffLongestHours, LongestHours), (nameof(PartnerLongestHours), PartnerLongestHours, LongestHours),
        ];
        foreach (var (name, value, most) in values)
        {
            var least = name.EndsWith("Minutes", StringComparison.Ordinal) ? 10 : 1;
            if (value < least || value > most) yield return $"Set Accounts__{name} to {least} to {most}.";
        }

        if (StaffIdleMinutes > PartnerIdleMinutes || StaffLongestHours > PartnerLongestHours)
            yield return "Set Accounts__StaffIdleMinutes and Accounts__StaffLongestHours to no more than those of partners: staff read every request.";
    }
}

/// <summary>How long a session lives.</summary>
/// <param name="Idle">Without a page.</param>
/// <param name="Longest">Whatever the person does.</param>
public sealed record SessionLife(TimeSpan Idle, TimeSpan Longest);
