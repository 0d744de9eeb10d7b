using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Actors;
using PlusPortal.Data.People;
using PlusPortal.Data.Requests;
using PlusPortal.Domain.Announcements;
using PlusPortal.Web.Email.Layout;
using PlusPortal.Web.Links;

namespace PlusPortal.Web.Email.Messages.People;

/// <summary>S3: nobody answers for an actor any more; how many requests wait there. Nothing once somebody does again.</summary>
public sealed class ActorWithoutPeopleMail(PortalDb db, MailData data, PortalAddress address) : IMailMessage
{
    /// <inheritdoc />
    public async Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct)
    {
        var name = await db.SupportActors.Where(actor => actor.Id == subjectId).Select(actor => actor.Name).SingleOrDefaultAsync(ct);
        if (name is null || await db.AnsweringFor(subjectId).AnyAsync(ct)) return null;
        var open = await db.Referrals.OpenAt(subjectId).CountAsync(ct);
        return new MailText
        {
            To = await data.StaffAsync(MailKind.ActorWithoutPeople, ct),
            Subject = $"{name} n’a plus personne sur le portail",
            Paragraphs =
            [
                $"La dernière personne de {name} n’a plus accès au portail\u00A0: plus personne n’y lit les demandes reçues.",
                open switch
                {
                    0 => "Aucune demande n’y est en cours. Invitez quelqu’un d’autre avant d’en envoyer une.",
                    1 => "Une demande y est en cours. Invitez quelqu’un d’autre, ou reprenez la demande.",
                    _ => $"{open} demandes y sont en cours. Invitez quelqu’un d’autre, ou reprenez ces demandes.",
                },
            ],
            LinkLabel = "Inviter une personne de cet acteur",
            LinkAddress = address.PartnersOf(subjectId),
            Footer = StaffAttentionMail.Footer,
        };
    }
}
