using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Web.Addresses;
using PlusPortal.Web.Features.Shared;
using PlusPortal.Web.Security.Limits;

namespace PlusPortal.Web.Features.Public.Errors;

/// <summary>The words of each error page: what happened, what is kept, what to do, a way on.</summary>
public static class ErrorSentences
{
    private const string GoBack = "Revenez à la page précédente\u00A0: ce que vous avez écrit y est encore.";

    private static readonly ErrorWay Home = new("Aller à l’accueil", PublicAddress.Home);
    private static readonly ErrorWay Contact = new("Contacter l’équipe PLUS", PublicAddress.Contact);
    private static readonly ErrorWay LostLink = new("Retrouver ma demande", PublicAddress.LostLink);
    private static readonly ErrorWay Map = new("Voir le plan du site", PublicAddress.SiteMap);

    /// <summary>Words of a status.</summary>
    /// <param name="status">The status.</param>
    /// <param name="retryAfter">How long to wait, when the answer says so.</param>
    public static ErrorWords Of(int status, TimeSpan? retryAfter) => status switch
    {
        400 => new("Votre envoi n’a pas été pris en compte", "La page est restée ouverte trop longtemps, ou ce qui nous est parvenu n’est pas lisible. Rien n’a été enregistré.", $"{GoBack} Copiez-le si besoin, rechargez la page, puis recommencez.", [Home, Contact]),
        401 or 403 => new("Accès réservé", "Votre compte n’ouvre pas cette page. Rien n’a été changé.", "Si vous pensez qu’elle devrait vous être ouverte, dites-le à l’équipe PLUS.", [Home, Contact]),
        404 => new("Page introuvable", "Cette page n’existe pas, ou le lien n’est plus valable.", "Vérifiez l’adresse. Vous cherchez une demande déjà envoyée\u00A0? Elle est conservée\u00A0: recevez un nouveau lien.", [LostLink, Home, Map]),
        408 => new("Envoi interrompu", "Votre envoi a mis trop de temps à nous parvenir\u00A0: la connexion est peut-être lente. Rien n’a été enregistré.", $"{GoBack} Vérifiez votre connexion, puis recommencez.", [Home, Contact]),
        409 => new("Cette action n’a pas été faite", "La fiche a changé pendant que vous la lisiez. Rien n’a été enregistré.", $"{GoBack} Rechargez la page pour voir la version actuelle, puis recommencez.", [Home, Contact]),
        413 => new("Envoi trop long", "Le contenu envoyé dépasse la taille acceptée. Rien n’a été enregistré.", $"{GoBack} Raccourcissez-le, puis recommencez.", [Home, Contact]),
        415 => new("Format non accepté", "Le contenu envoyé n’est pas dans un format que nous savons lire. Rien n’a été enregistré.", "Repartez de l’accueil, ou contactez l’équipe PLUS.", [Home, Contact]),
        426 => new("Connexion non sécurisée", "Cette adresse ne protège pas ce que vous envoyez. Rien n’a été enregistré.", "Ouvrez le portail par son adresse en https, puis recommencez.", [Home]),
        429 => new("Trop d’essais en peu de temps", "Pour protéger le portail, nous limitons le nombre d’envois. Le dernier n’a pas été pris en compte.", $"Attendez {Waiting.InWords(retryAfter ?? TimeSpan.FromMinutes(1))}. {GoBack} Recommencez alors.", [Home, Contact]),
        503 => new("Service momentanément indisponible", "Le portail ne peut pas répondre en ce moment. Ce qui était enregistré est conservé.", $"Réessayez dans quelques minutes. Vous veniez d’écrire\u00A0? {GoBack}", [Home]),
        < 500 => new("Nous n’avons pas pu répondre", "La demande envoyée au portail n’est pas celle attendue. Rien n’a été enregistré.", "Repartez de l’accueil, ou contactez l’équipe PLUS.", [Home, Contact]),
        _ => new("Une erreur s’est produite", "Le portail a rencontré un problème, qui n’est pas de votre fait. Ce qui était enregistré est conservé.", $"Réessayez dans une minute. Vous veniez d’écrire\u00A0? {GoBack} Si cela continue, contactez l’équipe PLUS.", [Home, Contact]),
    };
}
