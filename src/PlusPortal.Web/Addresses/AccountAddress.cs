namespace PlusPortal.Web.Addresses;

/// <summary>Addresses of the pages about the own account.</summary>
public static class AccountAddress
{
    /// <summary>The profile.</summary>
    public const string Home = "/compte";

    /// <summary>Password.</summary>
    public const string Password = Home + "/mot-de-passe";

    /// <summary>Second factor.</summary>
    public const string SecondFactor = Home + "/second-facteur";

    /// <summary>An application for codes: sets it up.</summary>
    public const string Application = SecondFactor + "/application";

    /// <summary>Takes the application away.</summary>
    public const string RemoveApplication = SecondFactor + "/application/retirer";

    /// <summary>Makes recovery codes anew.</summary>
    public const string RecoveryCodes = SecondFactor + "/codes";

    /// <summary>Passkeys.</summary>
    public const string Passkeys = Home + "/cles";

    /// <summary>What the browser needs to make a passkey.</summary>
    public const string PasskeyOptions = Passkeys + "/options";

    /// <summary>Sessions.</summary>
    public const string Sessions = Home + "/sessions";

    /// <summary>Ends the other sessions: a form posts to it.</summary>
    public const string EndOtherSessions = Sessions + "/autres";

    /// <summary>Stays signed in: a form posts to it.</summary>
    public const string Prolong = Home + "/prolonger";

    /// <summary>Second factor, for somebody on the way to a page.</summary>
    public static string SecondFactorFor(string returnUrl) => $"{SecondFactor}?retour={Uri.EscapeDataString(returnUrl)}";

    /// <summary>Takes a passkey away.</summary>
    public static string RemovePasskey(string id) => $"{Passkeys}/{id}/retirer";

    /// <summary>Ends a session: a form posts to it.</summary>
    public static string EndSession(Guid id) => $"{Sessions}/{id}/fin";
}
