using PlusPortal.Web.Email.Layout;
using PlusPortal.Web.Links;

namespace PlusPortal.Web.Email.Messages;

/// <summary>E14: PLUS masked a passage of what the structure wrote. Without a word of it, nor of what it told.</summary>
public sealed class PassageMaskedForStructureMail(MailData data, StructureMails mails) : IMailMessage
{
    /// <inheritdoc />
    public async Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct)
    {
        if (await data.RequestAsync(subjectId, ct) is not { } request) return null;
        return mails.About(
            request, $"Votre demande {request.Reference}\u00A0: un passage est masqué", "Voir ma demande",
            [$"Nous avons masqué un passage de votre demande {request.Reference}, pour protéger la vie privée d’une personne. Plus personne ne peut le lire sur le portail.", request.Next]);
    }
}

/// <summary>P3: a passage that the actor may have read was masked; what it copied is to be erased. An actor told by hand hears it from staff.</summary>
public sealed class PassageMaskedForPartnerMail(MailData data, LinkIssuer links, PortalAddress address) : IMailMessage
{
    /// <inheritdoc />
    public async Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct)
    {
        if (await data.ReferralAsync(subjectId, ct) is not { Referral: { IsByHand: false, WasTold: true } referral } facts) return null;
        var reference = facts.Request.Reference;
        return new MailText
        {
            To = await data.PartnersOfAsync(referral.ActorId, ct),
            Subject = $"Demande {reference}\u00A0: un passage est masqué",
            Paragraphs =
            [
                $"PLUS a masqué un passage de la demande {reference}, pour protéger la vie privée d’une personne.",
                "Si vous l’avez copié, imprimé ou transmis, supprimez-le. Rien d’autre ne change.",
            ],
            LinkLabel = referral.IsVisibleToPartner ? "Lire la demande" : "Joindre PLUS",
            LinkAddress = referral.IsVisibleToPartner ? address.PageOf(links, referral) : address.Contact,
            Footer = PartnerText.Footer,
        };
    }
}
