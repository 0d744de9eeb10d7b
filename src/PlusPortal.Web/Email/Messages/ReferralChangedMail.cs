using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Requests.Timelines;
using PlusPortal.Web.Email.Layout;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Links;

namespace PlusPortal.Web.Email.Messages;

/// <summary>P3: the referral was taken back, its question was answered or was left, its later day was left, or its answer was corrected. An actor that was never told hears nothing.</summary>
public sealed class ReferralChangedMail(MailData data, LinkIssuer links, PortalAddress address) : IMailMessage
{
    private static readonly EventKind[] Changes = [EventKind.ReferralInformationGiven, EventKind.ReferralQuestionLapsed, EventKind.ReferralDateLapsed, EventKind.ReferralCorrected];

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
                referral.IsDateRefused && facts.Request.Status != RequestStatus.Closed
                    ? $"La date que vous proposez pour la demande {reference}, le {referral.StartsOn!.Value.InWords}, ne convient pas à la structure\u00A0: PLUS cherche quelqu’un d’autre. Merci de votre réponse."
                    : $"La demande {reference} est retirée\u00A0: la structure n’en a plus besoin, ou PLUS la suit autrement. Si vous l’aviez commencée, merci de vous arrêter là.");
        }

        if (referral.Status == ReferralStatus.Expired)
        {
            return Write(
                $"Demande {reference}\u00A0: le délai de réponse est passé", "Lire la demande et répondre", address.ReferralAnswer(links.ReferralAnswer(referral)),
                $"Le délai pour répondre à la demande {reference} est passé\u00A0: PLUS cherche un autre interlocuteur. Vous pouvez encore y répondre\u00A0: même tard, votre réponse est la bienvenue.");
        }

        if (!referral.IsAwaitingAnswer && referral.Status != ReferralStatus.Accepted) return null;
        var change = await data.LastKindAsync(referral.Id, Changes, ct);
        if (change is EventKind.ReferralQuestionLapsed or EventKind.ReferralDateLapsed)
        {
            if (referral.Status != ReferralStatus.Sent) return null;
            return Write(
                $"Demande {reference}\u00A0: votre réponse est de nouveau attendue", "Lire la demande et répondre", address.PageOf(links, referral),
                change == EventKind.ReferralDateLapsed
                    ? $"La structure n’a pas dit si votre date lui convient pour la demande {reference}\u00A0: dites-nous de nouveau si vous pouvez vous en occuper. {facts.NextForActor}"
                    : $"La structure n’a pas répondu à temps à votre question sur la demande {reference}\u00A0: votre délai de réponse reprend. {facts.NextForActor}");
        }

        return change == EventKind.ReferralCorrected
            ? Write(
                $"Demande {reference}\u00A0: votre réponse est corrigée", "Lire la demande", address.PageOf(links, referral),
                $"La réponse notée pour vous à la demande {reference} n’était pas la bonne\u00A0: l’équipe PLUS l’a corrigée. {facts.NextForActor}")
            : Write(
                $"Demande {reference}\u00A0: elle a été complétée", "Lire la demande", address.PageOf(links, referral),
                $"La structure a répondu à votre question sur la demande {reference}. {facts.NextForActor}");

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
