using PlusPortal.Domain.Requests.Contacts;
using PlusPortal.Web.Email.Layout;
using PlusPortal.Web.Links;

namespace PlusPortal.Web.Email.Messages.Followers;

/// <summary>E13: asks the address that the person of a request typed whether it is the person’s. Nobody is named: it may be a stranger’s.</summary>
public sealed class ContactAddressProofMail(MailData data, LinkIssuer links, PortalAddress address) : IMailMessage
{
    /// <inheritdoc />
    public async Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct)
    {
        if (await data.AddressChangeAsync(subjectId, ct) is not var (change, request)) return null;
        return new MailText
        {
            To = [change.Email],
            Subject = $"Demande {request.Reference}\u00A0: confirmez votre nouvelle adresse",
            Paragraphs =
            [
                $"Les messages sur la demande d’orientation {request.Reference} doivent arriver à cette adresse.",
                $"Confirmez-le avec le lien ci-dessous\u00A0: il fonctionne {ContactAddressChange.Hours}\u00A0heures, une seule fois. Rien ne change avant.",
            ],
            LinkLabel = "Confirmer cette adresse",
            LinkAddress = address.ContactAddress(links.ContactAddress(change.Id, change.ExpiresAt)),
            Closing = ["Vous n’avez rien demandé\u00A0? Ignorez ce message, et n’ouvrez pas le lien\u00A0: rien ne change."],
            Footer = FollowerTexts.TypedFooter,
        };
    }
}

/// <summary>E13: tells the address that is recorded that another was asked for. Nothing has changed; the page withdraws it.</summary>
public sealed class ContactAddressNoticeMail(MailData data, StructureMails mails) : IMailMessage
{
    /// <inheritdoc />
    public async Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct)
    {
        if (await data.AddressChangeAsync(subjectId, ct) is not var (_, request)) return null;
        return mails.About(
            request, $"Votre demande {request.Reference}\u00A0: une autre adresse est demandée", "Voir ma demande",
            [
                $"Depuis la page de suivi de votre demande {request.Reference}, quelqu’un a demandé que nos messages arrivent à une autre adresse.",
                $"Rien ne change avant que cette adresse soit confirmée, dans les {ContactAddressChange.Hours}\u00A0heures.",
            ],
            closing: ["Ce n’est pas vous\u00A0? Ouvrez votre page de suivi, «\u00A0Corriger mes coordonnées\u00A0», et annulez. Ou répondez à ce message."]);
    }
}

/// <summary>E13: tells the former address that another took its place. Its address stands in the message, since nothing else knows it any more.</summary>
public sealed class FormerAddressMail(MailData data, PortalAddress address) : IMailMessage
{
    /// <inheritdoc />
    public async Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct)
    {
        if (await data.ReferenceAsync(subjectId, ct) is not { } reference) return null;
        return FollowerTexts.LastMessage(
            $"Demande {reference}\u00A0: votre adresse est remplacée",
            [
                $"Une autre adresse a été confirmée pour la demande {reference}\u00A0: nos messages y arrivent maintenant.",
                "Les liens de suivi reçus ici ne fonctionnent plus.",
            ],
            address.Contact);
    }
}
