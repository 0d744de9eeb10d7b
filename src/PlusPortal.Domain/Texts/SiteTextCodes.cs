using PlusPortal.Domain.Requests.Declarations;

namespace PlusPortal.Domain.Texts;

/// <summary>The texts that staff may edit. Each code is the address of its page and the name of its file in Data/Seed/texts.</summary>
public static class SiteTextCodes
{
    /// <summary>Who publishes and hosts the site.</summary>
    public const string LegalNotice = "mentions-legales";

    /// <summary>What becomes of personal data.</summary>
    public const string PersonalData = "donnees-personnelles";

    /// <summary>Accessibility statement.</summary>
    public const string Accessibility = "accessibilite";

    /// <summary>Cookies.</summary>
    public const string Cookies = "cookies";

    /// <summary>How to reach PLUS.</summary>
    public const string Contact = "contact";

    /// <summary>All of them, in the order of the lists.</summary>
    public static IReadOnlyList<string> All { get; } = [LegalNotice, PersonalData, Accessibility, Cookies, Contact];
}
