using PlusPortal.Data.Links;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Web.Email.Layout;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Links;

namespace PlusPortal.Web.Email.Messages.Answering;

/// <summary>A new link that somebody asked for, to the recorded address of the actor: to answer, or to follow what it took. The older ones of that kind open nothing any more.</summary>
public sealed class NewActorLinkMail(MailData data, LinkIssuer links, PortalAddress address) : IMailMessage
{
    /// <inheritdoc />
    public async Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct)
    {
        if (await data.ReferralAsync(subjectId, ct) is not { Referral: { IsByHand: false, WasTold: true } referral } facts) return null;
        var recipients = await data.PartnersOfAsync(referral.ActorId, ct);
        if (recipients.Count == 0) return null;
        if (referral.Status == ReferralStatus.Accepted)
        {
            await links.RevokeAsync(LinkPurpose.ReferralFollowUp, referral.Id, ct);
            return Write($"Voici un nouveau lien vers la page de suivi de la demande {facts.Request.Reference}.", "Suivre la demande", address.FollowUp(links.ReferralFollowUp(referral.Id)));
        }

        if (facts.Request.Status == RequestStatus.Closed || !(referral.IsAwaitingAnswer || referral.Status == ReferralStatus.Expired)) return null;
        await links.RevokeAsync(LinkPurpose.ReferralAnswer, referral.Id, ct);
        return Write($"Voici un nouveau lien pour répondre à la demande {facts.Request.Reference}.", "Lire la demande et répondre", address.ReferralAnswer(links.ReferralAnswer(referral)));

        MailText Write(string what, string label, string link) => new()
        {
            To = recipients,
            Subject = $"Demande {facts.Request.Reference}\u00A0: votre nouveau lien",
            Paragraphs = [what, facts.NextForActor, "Les liens reçus avant ne fonctionnent plus."],
            LinkLabel = label,
            LinkAddress = link,
            Closing = ["Vous n’avez rien demandé\u00A0? Le lien n’est parti qu’à votre adresse\u00A0: vous n’avez rien à faire.", PartnerText.DoNotForward],
            Footer = PartnerText.Footer,
        };
    }
}
