using PlusPortal.Web.Email.Layout;
using PlusPortal.Web.Links;

namespace PlusPortal.Web.Email.Messages;

/// <summary>P2: the answer is still awaited.</summary>
public sealed class ReferralReminderMail(MailData data, LinkIssuer links, PortalAddress address) : IMailMessage
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
            Subject = $"Demande {facts.Request.Reference}\u00A0: votre réponse est attendue",
            Paragraphs = [$"La demande {facts.Request.Reference} attend votre réponse.", facts.NextForActor],
            Points = PartnerText.About(facts.Request),
            LinkLabel = "Lire la demande et répondre",
            LinkAddress = address.ReferralAnswer(links.ReferralAnswer(referral)),
            Closing = [PartnerText.NoAccount, PartnerText.DoNotForward],
            Footer = PartnerText.Footer,
        };
    }
}
