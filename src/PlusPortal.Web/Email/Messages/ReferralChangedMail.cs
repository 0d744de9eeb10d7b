using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Web.Email.Layout;
using PlusPortal.Web.Links;

namespace PlusPortal.Web.Email.Messages;

/// <summary>P3: the referral was taken back, or the question was answered. An actor that was never told hears nothing.</summary>
public sealed class ReferralChangedMail(MailData data, LinkIssuer links, PortalAddress address) : IMailMessage
{
    /// <inheritdoc />
    public async Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct)
    {
        if (await data.ReferralAsync(subjectId, ct) is not { Referral: { IsByHand: false, WasTold: true } referral } facts) return null;
        var reference = facts.Request.Reference;
        var recipients = await data.PartnersOfAsync(referral.ActorId, ct);
        if (referral.Status == ReferralStatus.Cancelled)
        {
            return Write(
                $"Demande {reference}\u00A0: vous n’avez plus rien à faire", "Joindre PLUS", address.Contact,
                $"La demande {reference} est retirée\u00A0: la structure n’en a plus besoin, ou PLUS la suit autrement. Si vous l’aviez commencée, merci de vous arrêter là.");
        }

        if (referral.Status == ReferralStatus.Expired)
        {
            return Write(
                $"Demande {reference}\u00A0: le délai de réponse est passé", "Lire la demande et répondre", address.ReferralAnswer(links.ReferralAnswer(referral)),
                $"Le délai pour répondre à la demande {reference} est passé\u00A0: PLUS cherche un autre interlocuteur. Vous pouvez encore y répondre\u00A0: même tard, votre réponse est la bienvenue.");
        }

        if (!referral.IsAwaitingAnswer && referral.Status != ReferralStatus.Accepted) return null;
        return Write(
            $"Demande {reference}\u00A0: elle a été complétée", "Lire la demande", address.PageOf(links, referral),
            $"La demande {reference} a été complétée ou corrigée. {facts.NextForActor}");

        MailText Write(string subject, string label, string link, string sentence) => new()
        {
            To = recipients,
            Subject = subject,
            Paragraphs = [sentence],
            LinkLabel = label,
            LinkAddress = link,
            Footer = PartnerText.Footer,
        };
    }
}
