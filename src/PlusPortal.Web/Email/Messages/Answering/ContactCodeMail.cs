using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Codes;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Web.Email.Layout;
using PlusPortal.Web.Links;

namespace PlusPortal.Web.Email.Messages.Answering;

/// <summary>The code that shows whom to call, to the recorded address of the actor. It is made as the message leaves, so that it waits nowhere; a newer one takes its place.</summary>
public sealed class ContactCodeMail(MailData data, PortalDb db, PortalAddress address, TimeProvider clock) : IMailMessage
{
    /// <inheritdoc />
    public async Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct)
    {
        if (await data.ReferralAsync(subjectId, ct) is not { Referral: { IsByHand: false, Status: ReferralStatus.Accepted } referral } facts) return null;
        var recipients = await data.PartnersOfAsync(referral.ActorId, ct);
        if (recipients.Count == 0) return null;
        var (text, row) = ContactCode.Create(referral.Id, clock.GetUtcNow());
        db.ContactCodes.RemoveRange(await db.ContactCodes.Where(code => code.ReferralId == referral.Id).ToListAsync(ct));
        db.ContactCodes.Add(row);
        return new MailText
        {
            To = recipients,
            Subject = $"Demande {facts.Request.Reference}\u00A0: votre code",
            Paragraphs =
            [
                $"Votre code pour la demande {facts.Request.Reference}\u00A0: {text}",
                $"Tapez-le sur la page de suivi que vous avez ouverte, dans les {ContactCode.Minutes}\u00A0minutes. Il sert une seule fois.",
                "Vous n’avez rien demandé\u00A0? Ne donnez ce code à personne et prévenez-nous\u00A0: quelqu’un a ouvert votre lien de suivi.",
            ],
            LinkLabel = "Joindre PLUS",
            LinkAddress = address.Contact,
            Footer = PartnerText.Footer,
        };
    }
}
