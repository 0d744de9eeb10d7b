using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Outbox;
using PlusPortal.Domain.Announcements;
using PlusPortal.Web.Email.Layout;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Links;

namespace PlusPortal.Web.Email.Messages;

/// <summary>S2: messages were given up, and whom they were for knows nothing. Nothing once all were sent again.</summary>
public sealed class MailParkedMail(PortalDb db, MailData data, PortalAddress address) : IMailMessage
{
    /// <inheritdoc />
    public async Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct)
    {
        var parked = await db.Outbox.CountAsync(message => message.State == OutboxState.Dead && message.Kind != MailKind.MailParked, ct);
        if (parked == 0) return null;
        return new MailText
        {
            To = await data.StaffAsync(MailKind.MailParked, ct),
            Subject = parked == 1 ? "Un e-mail n’a pas pu partir" : $"{parked.ToString(FrenchText.Culture)} e-mails n’ont pas pu partir",
            Paragraphs = [parked == 1
                ? "Le portail a cessé d’essayer\u00A0: son destinataire ne sait rien. Corrigez l’adresse et renvoyez le message, ou prévenez cette personne vous-même."
                : "Le portail a cessé d’essayer\u00A0: leurs destinataires ne savent rien. Corrigez l’adresse et renvoyez-les, ou prévenez-les vous-même."],
            LinkLabel = "Voir les e-mails abandonnés",
            LinkAddress = address.AdminMessages,
            Footer = StaffAttentionMail.Footer,
        };
    }
}
