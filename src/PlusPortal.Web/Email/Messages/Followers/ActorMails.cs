using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Web.Email.Layout;
using PlusPortal.Web.Links;

namespace PlusPortal.Web.Email.Messages.Followers;

/// <summary>P3: how to reach the person of a request that the actor accepted has changed. What changed is on its page alone.</summary>
public sealed class ContactChangedMail(MailData data, LinkIssuer links, PortalAddress address) : IMailMessage
{
    /// <inheritdoc />
    public async Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct)
    {
        if (await data.ReferralAsync(subjectId, ct) is not { Referral: { IsByHand: false, Status: ReferralStatus.Accepted } referral } facts) return null;
        var reference = facts.Request.Reference;
        return new MailText
        {
            To = await data.PartnersOfAsync(referral.ActorId, ct),
            Subject = $"Demande {reference}\u00A0: les coordonnées ont changé",
            Paragraphs = [$"Les coordonnées de la personne de la demande {reference}, que vous avez acceptée, ont changé. Utilisez maintenant celles de sa page."],
            LinkLabel = "Voir les coordonnées",
            LinkAddress = address.PageOf(links, referral),
            Footer = PartnerText.Footer,
        };
    }
}

/// <summary>P3: the structure completed its request, and PLUS has read it.</summary>
public sealed class RequestCompletedMail(MailData data, LinkIssuer links, PortalAddress address) : IMailMessage
{
    /// <inheritdoc />
    public async Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct)
    {
        if (await data.ReferralAsync(subjectId, ct) is not { Referral: { IsByHand: false, IsVisibleToPartner: true } referral } facts) return null;
        var reference = facts.Request.Reference;
        return new MailText
        {
            To = await data.PartnersOfAsync(referral.ActorId, ct),
            Subject = $"Demande {reference}\u00A0: elle a été complétée",
            Paragraphs = [$"La structure a complété la demande {reference}. Lisez ce qu’elle ajoute sur votre page."],
            LinkLabel = "Lire la demande",
            LinkAddress = address.PageOf(links, referral),
            Footer = PartnerText.Footer,
        };
    }
}

/// <summary>P3: the actor let its time pass, and another one took the request. Nothing when that one gave it back meanwhile.</summary>
public sealed class ReferralTakenOverMail(MailData data, PortalAddress address) : IMailMessage
{
    /// <inheritdoc />
    public async Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct)
    {
        if (await data.ReferralAsync(subjectId, ct) is not { Referral: { IsByHand: false, Status: ReferralStatus.Expired } referral, Request.Status: RequestStatus.InProgress } facts) return null;
        var reference = facts.Request.Reference;
        return new MailText
        {
            To = await data.PartnersOfAsync(referral.ActorId, ct),
            Subject = $"Demande {reference}\u00A0: un autre acteur s’en occupe",
            Paragraphs = [$"Un autre acteur s’occupe maintenant de la demande {reference}. Votre réponse n’est plus attendue\u00A0: vous n’avez rien à faire."],
            LinkLabel = "Joindre PLUS",
            LinkAddress = address.Contact,
            Footer = PartnerText.Footer,
        };
    }
}
