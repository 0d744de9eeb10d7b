namespace PlusPortal.Web.Addresses;

/// <summary>Addresses of the pages about the own account.</summary>
public static class AccountAddress
{
    /// <summary>The own account.</summary>
    public const string Profile = "/compte";

    /// <summary>Changes the name.</summary>
    public const string Name = Profile + "/nom";

    /// <summary>Asks for another address.</summary>
    public const string Address = Profile + "/adresse";

    /// <summary>Whether a partner wants the summary of Monday.</summary>
    public const string Summary = Profile + "/resume-du-lundi";

    /// <summary>Leaves the portal.</summary>
    public const string Leave = Profile + "/depart";

    /// <summary>Password.</summary>
    public const string Password = Profile + "/mot-de-passe";

    /// <summary>Second factor.</summary>
    public const string SecondFactor = Profile + "/second-facteur";

    /// <summary>An application for codes: sets it up.</summary>
    public const string Application = SecondFactor + "/application";

    /// <summary>Takes the application away.</summary>
    public const string RemoveApplication = SecondFactor + "/application/retirer";

    /// <summary>Makes recovery codes anew.</summary>
    public const string RecoveryCodes = SecondFactor + "/codes";

    /// <summary>Passkeys.</summary>
    public const string Passkeys = Profile + "/cles";

    /// <summary>What the browser needs to make a passkey.</summary>
    public const string PasskeyOptions = Passkeys + "/options";

    /// <summary>Sessions.</summary>
    public const string Sessions = Profile + "/sessions";

    /// <summary>Ends the other sessions: a form posts to it.</summary>
    public const string EndOtherSessions = Sessions + "/autres";

    /// <summary>Stays signed in: a form posts to it.</summary>
    public const string Prolong = Profile + "/prolonger";

    /// <summary>Second factor, for somebody on the way to a page.</summary>
    public static string SecondFactorFor(string returnUrl) => $"{SecondFactor}?retour={Uri.EscapeDataString(returnUrl)}";

    /// <summary>Takes a passkey away.</summary>
    public static string RemovePasskey(string id) => $"{Passkeys}/{id}/retirer";

    /// <summary>Ends a session: a form posts to it.</summary>
    public static string EndSession(Guid id) => $"{Sessions}/{id}/fin";

    /// <summary>The own account after an act, which it tells.</summary>
    public static string ProfileAfter(string done) => $"{Profile}?fait={done}";
}
