using PlusPortal.Web.Email.Layout;
using PlusPortal.Web.Links;

namespace PlusPortal.Web.Email.Messages;

/// <summary>P1: a referral waits for an answer. Nothing leaves for an actor reached by hand, nor once it has answered.</summary>
public sealed class ReferralForPartnerMail(MailData data, LinkIssuer links, PortalAddress address) : IMailMessage
{
    /// <inheritdoc />
    public async Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct)
    {
        if (await data.ReferralAsync(subjectId, ct) is not { Referral: { IsByHand: false, IsAwaitingAnswer: true } referral } facts) return null;
        var (people, substitutes) = await data.AnswerersOfAsync(referral.ActorId, ct);
        return new MailText
        {
            To = people,
            Copies = substitutes,
            Subject = $"Nouvelle demande {facts.Request.Reference} pour {facts.ActorName}",
            Paragraphs = [$"PLUS vous adresse la demande {facts.Request.Reference}. Dites-nous si vous la prenez, tout de suite ou à partir d’une date, s’il vous manque une information, ou si ce n’est pas pour vous.", facts.NextForActor],
            Points = PartnerText.About(facts.Request),
            LinkLabel = "Lire la demande et répondre",
            LinkAddress = address.ReferralAnswer(links.ReferralAnswer(referral)),
            Closing = ["Le nom et les coordonnées de la personne ne sont montrés qu’à l’interlocuteur qui accepte.", PartnerText.NoAccount, PartnerText.DoNotForward],
            Footer = PartnerText.Footer,
        };
    }
}
