namespace PlusPortal.Web.Features.Public.SignIn;

/// <summary>What the sign-in page says first to somebody whose access was just opened, by the word in its address.</summary>
public static class OpenedAccess
{
    /// <summary>The password opens it.</summary>
    public const string ByPassword = "acces";

    /// <summary>A second factor comes after the password.</summary>
    public const string WithFactor = "acces-et-second-facteur";

    /// <summary>The sentences; null for any other word.</summary>
    public static string? Of(string? opened) => opened switch
    {
        ByPassword => Open,
        WithFactor => $"{Open} Ensuite vient votre second facteur\u00A0: gardez votre téléphone à portée de main, cela prend deux minutes.",
        _ => null,
    };

    private const string Open = "Votre accès est ouvert. Connectez-vous avec l’adresse qui a reçu l’invitation et le mot de passe que vous venez de choisir.";
}
