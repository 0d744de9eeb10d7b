using PlusPortal.Web.Email.Layout;
using PlusPortal.Web.Links;

namespace PlusPortal.Web.Email.Messages.Rights;

/// <summary>E13: a link to everything that the portal holds about the person, always to the recorded address.</summary>
public sealed class PersonalDataLinkMail(MailData data, LinkIssuer links, PortalAddress address) : IMailMessage
{
    /// <inheritdoc />
    public async Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct)
    {
        if (await data.RequestAsync(subjectId, ct) is not { Email.Length: > 0 } request) return null;
        return DataLinkText.Of(
            request, $"Demande {request.Reference}\u00A0: vos données", "Voir et enregistrer mes données", address.PersonalData(links.PersonalData(request.Id)),
            $"Voici le lien vers tout ce que le portail garde de votre demande {request.Reference}. Il fonctionne {LinkIssuer.PersonalDataHours}\u00A0heures.");
    }
}

/// <summary>E13: a link with which the person has its data erased; nothing happens before it presses a button there.</summary>
public sealed class ErasureLinkMail(MailData data, LinkIssuer links, PortalAddress address) : IMailMessage
{
    /// <inheritdoc />
    public async Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct)
    {
        if (await data.RequestAsync(subjectId, ct) is not { Email.Length: > 0 } request) return null;
        return DataLinkText.Of(
            request, $"Demande {request.Reference}\u00A0: confirmer l’effacement", "Lire ce qui sera effacé, puis décider", address.Erasure(links.Erasure(request.Id)),
            $"Vous avez demandé l’effacement de votre demande {request.Reference}. Rien n’est effacé avant que vous le confirmiez sur la page de ce lien. Il fonctionne {LinkIssuer.PersonalDataHours}\u00A0heures, une seule fois.");
    }
}

/// <summary>E13: the receipt of an erasure. Its address stands in the message, since nothing else knows it any more.</summary>
public sealed class ErasureDoneMail(MailData data, PortalAddress address) : IMailMessage
{
    /// <inheritdoc />
    public async Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct)
    {
        if (await data.ReferenceAsync(subjectId, ct) is not { } reference) return null;
        return new MailText
        {
            To = [],
            Subject = $"Demande {reference}\u00A0: vos données sont effacées",
            Paragraphs =
            [
                $"Les données de votre demande {reference} sont effacées du portail. Il en reste une ligne anonyme, pour les statistiques\u00A0: la commune, l’étape, les thèmes, la forme juridique, la taille, les dates et l’issue.",
                "Les interlocuteurs qui avaient reçu votre demande sont prévenus\u00A0: ils doivent effacer ce qu’ils en ont copié.",
            ],
            LinkLabel = "Comment PLUS traite les données",
            LinkAddress = address.Privacy,
            Closing = ["C’est notre dernier message au sujet de cette demande. Gardez-le\u00A0: nous n’avons plus votre adresse."],
            Footer = "Vous recevez ce message parce que vous avez demandé l’effacement de vos données.",
        };
    }
}

/// <summary>What the links to personal data have in common.</summary>
internal static class DataLinkText
{
    private const string Footer = "Vous recevez ce message parce que vous êtes la personne à joindre pour une demande d’orientation faite à PLUS. Le lien ci-dessus est personnel\u00A0: ne le transférez pas.";

    public static MailText Of(RequestFacts request, string subject, string label, string link, string sentence) => new()
    {
        To = [request.Email],
        Subject = subject,
        FirstName = Layout.FirstName.Of(request.ContactName),
        Paragraphs = [sentence],
        LinkLabel = label,
        LinkAddress = link,
        Closing = ["Vous n’avez rien demandé\u00A0? Ignorez ce message\u00A0: il n’a été envoyé qu’à vous, et rien ne change."],
        Footer = Footer,
        PrivateLinkOf = request.Id,
    };
}
