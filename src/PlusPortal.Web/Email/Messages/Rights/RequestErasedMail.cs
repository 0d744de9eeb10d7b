using PlusPortal.Web.Email.Layout;
using PlusPortal.Web.Links;

namespace PlusPortal.Web.Email.Messages.Rights;

/// <summary>P3: the person of a request had it erased; whoever received it erases what it copied.</summary>
public sealed class RequestErasedMail(MailData data, PortalAddress address) : IMailMessage
{
    /// <inheritdoc />
    public async Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct)
    {
        if (await data.ErasedReferralAsync(subjectId, ct) is not { } erased) return null;
        return new MailText
        {
            To = await data.PartnersOfAsync(erased.ActorId, ct),
            Subject = $"Demande {erased.Reference}\u00A0: effacée à la demande de la personne",
            Paragraphs =
            [
                $"La demande {erased.Reference}, que PLUS vous avait transmise, est effacée du portail à la demande de la personne.",
                "Supprimez ce que vous en avez copié\u00A0: messages, notes, fichiers, coordonnées. Si la loi vous oblige à en garder une partie, c’est à vous d’en répondre à la personne.",
            ],
            LinkLabel = "Joindre PLUS",
            LinkAddress = address.Contact,
            Footer = PartnerText.Footer,
        };
    }
}
