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

    /// <summary>Leaves the portal.</summary>
    public const string Leave = Profile + "/depart";

    /// <summary>Changes the password.</summary>
    public const string Password = Profile + "/mot-de-passe";

    /// <summary>The second factor.</summary>
    public const string SecondFactor = Profile + "/second-facteur";

    /// <summary>Passkeys.</summary>
    public const string Passkeys = Profile + "/cles";

    /// <summary>Sessions.</summary>
    public const string Sessions = Profile + "/sessions";

    /// <summary>The own account after an act, which it tells.</summary>
    public static string ProfileAfter(string done) => $"{Profile}?fait={done}";
}
