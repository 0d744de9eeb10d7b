using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Web.Email.Layout;
using PlusPortal.Web.Links;

namespace PlusPortal.Web.Email.Messages.Followers;

/// <summary>P3: how to reach the person of a request that the actor accepted has changed. What changed is on its page alone.</summary>
public sealed class ContactChangedMail(MailData data, PortalAddress address) : IMailMessage
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
            LinkAddress = address.PartnerReferral(referral.Id),
            Footer = PartnerText.Footer,
        };
    }
}

/// <summary>P3: the structure completed its request, and PLUS has read it.</summary>
public sealed class RequestCompletedMail(MailData data, PortalAddress address) : IMailMessage
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
            LinkAddress = address.PartnerReferral(referral.Id),
            Footer = PartnerText.Footer,
        };
    }
}
