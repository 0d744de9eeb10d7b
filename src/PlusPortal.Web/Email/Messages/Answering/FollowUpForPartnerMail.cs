using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Web.Email.Layout;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Links;

namespace PlusPortal.Web.Email.Messages.Answering;

/// <summary>To the recorded address of an actor that took a request, once its answer can no longer be taken back: the page on which it follows it.</summary>
public sealed class FollowUpForPartnerMail(MailData data, LinkIssuer links, PortalAddress address) : IMailMessage
{
    /// <inheritdoc />
    public async Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct)
    {
        if (await data.ReferralAsync(subjectId, ct) is not { Referral: { IsByHand: false, Status: ReferralStatus.Accepted } referral } facts) return null;
        var by = referral.FirstContactDueOn is { } day ? $" au plus tard le {day.InWords}" : "";
        var agreed = referral.StartsOn is { } start ? $"La structure accepte la date que vous proposez, le {start.InWords}. " : "";
        return new MailText
        {
            To = await data.PartnersOfAsync(referral.ActorId, ct),
            Subject = $"Demande {facts.Request.Reference}\u00A0: qui contacter, et la suite",
            Paragraphs =
            [
                $"{agreed}{facts.ActorName} s’occupe de la demande {facts.Request.Reference}\u00A0: merci. La structure attend votre premier contact{by}.",
                "Sur la page de suivi, demandez un code\u00A0: il arrive à cette adresse et affiche les coordonnées de la personne. Vous y notez ensuite votre premier contact et la suite donnée.",
            ],
            Points = PartnerText.About(facts.Request),
            LinkLabel = "Suivre la demande",
            LinkAddress = address.FollowUp(links.ReferralFollowUp(referral.Id)),
            Closing = [PartnerText.DoNotForward],
            Footer = PartnerText.Footer,
        };
    }
}
