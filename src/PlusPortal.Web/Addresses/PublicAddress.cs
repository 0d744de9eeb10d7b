namespace PlusPortal.Web.Addresses;

/// <summary>Addresses of the pages for everybody, as links and forms write them. What a step of the form or a search adds stands beside its page.</summary>
public static class PublicAddress
{
    /// <summary>The home page.</summary>
    public const string Home = "/";

    /// <summary>Start of the form.</summary>
    public const string NewRequest = "/demande";

    /// <summary>Page for whoever lost the private link.</summary>
    public const string LostLink = "/suivi";

    /// <summary>The directory.</summary>
    public const string Directory = "/annuaire";

    /// <summary>Sign-in.</summary>
    public const string SignIn = "/compte/connexion";

    /// <summary>Second factor, after the password.</summary>
    public const string SignInFactor = SignIn + "/second-facteur";

    /// <summary>Signs in with a passkey: a form posts to it.</summary>
    public const string SignInPasskey = SignIn + "/cle";

    /// <summary>What the browser needs to ask for a passkey.</summary>
    public const string SignInPasskeyOptions = SignInPasskey + "/options";

    /// <summary>Forgotten password.</summary>
    public const string ForgottenPassword = "/compte/mot-de-passe-oublie";

    /// <summary>Sign-out: a form posts to it.</summary>
    public const string SignOut = "/compte/deconnexion";

    /// <summary>What somebody sees who may not open a page.</summary>
    public const string AccessDenied = "/compte/acces-refuse";

    /// <summary>Page on which an invited person opens its account.</summary>
    public static string Invitation(string token) => $"/compte/invitation/{token}";

    /// <summary>Page on which an address answers to a change.</summary>
    public static string AddressChange(string token) => $"/compte/changement-adresse/{token}";

    /// <summary>Accessibility statement.</summary>
    public const string Accessibility = "/accessibilite";

    /// <summary>Every page.</summary>
    public const string SiteMap = "/plan-du-site";

    /// <summary>Who publishes the portal.</summary>
    public const string LegalNotice = "/mentions-legales";

    /// <summary>What is done with personal data.</summary>
    public const string PersonalData = "/donnees-personnelles";

    /// <summary>Cookies.</summary>
    public const string Cookies = "/cookies";

    /// <summary>How to reach PLUS.</summary>
    public const string Contact = "/contact";

    /// <summary>Sign-in after an access was opened, which it tells.</summary>
    public static string SignInAfter(string opened) => $"{SignIn}?ouvert={opened}";

    /// <summary>Start of the form at a stage.</summary>
    public static string NewRequestAt(string stage) => $"{NewRequest}?etape={stage}";

    /// <summary>Sheet of a support actor.</summary>
    public static string Sheet(string key) => $"{Directory}/{key}";

    /// <summary>A text of the portal, by its code.</summary>
    public static string Text(string code) => $"/{code}";

    /// <summary>New password behind a private link.</summary>
    public static string NewPassword(string token) => $"/compte/nouveau-mot-de-passe/{token}";

    /// <summary>Where somebody lands who follows a request no longer.</summary>
    public const string FollowsNoLonger = "/suivi/depart";

    /// <summary>Tracking page behind a private link.</summary>
    public static string Tracking(string token) => $"{LostLink}/{token}";

    /// <summary>Page for the actor whose link opens nothing.</summary>
    public const string LostActorLink = "/reponse";

    /// <summary>What somebody sees who asked for a new link there.</summary>
    public const string ActorLinkAsked = LostActorLink + "/lien-demande";

    /// <summary>Page on which an actor answers about a request.</summary>
    public static string ReferralAnswer(string token) => $"{LostActorLink}/{token}";

    /// <summary>A page or an action under it.</summary>
    public static string UnderAnswer(string token, string action) => $"{ReferralAnswer(token)}/{action}";

    /// <summary>Page on which the actor that took a request follows it.</summary>
    public static string FollowUp(string token) => $"/suite/{token}";

    /// <summary>A page or an action under it.</summary>
    public static string UnderFollowUp(string token, string action) => $"{FollowUp(token)}/{action}";

    /// <summary>What the portal holds about the person of a request, behind a private link.</summary>
    public static string MyData(string token) => $"/mes-donnees/acces/{token}";

    /// <summary>Erasure of it, behind a private link.</summary>
    public static string MyErasure(string token) => $"/mes-donnees/effacement/{token}";

    /// <summary>What somebody sees whose data are erased.</summary>
    public const string ErasureDone = "/mes-donnees/effacees";

    /// <summary>Invitation to follow a request, behind a private link.</summary>
    public static string FollowerInvitation(string token) => $"/suivre/{token}";

    /// <summary>Proof of another address of the person of a request, behind a private link.</summary>
    public static string ContactAddress(string token) => $"/nouvelle-adresse/{token}";

    /// <summary>What the structure says of a request that ended, behind a private link.</summary>
    public static string Satisfaction(string token) => $"/avis/{token}";

    /// <summary>A page or an action under a tracking page.</summary>
    public static string UnderTracking(string token, string action) => $"{Tracking(token)}/{action}";
}
