using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Domain.Directory;
using PlusPortal.Web.Email.Layout;
using PlusPortal.Web.Links;

namespace PlusPortal.Web.Email.Messages;

/// <summary>P6: the edit that a partner proposed was approved, or returned with a reason that is on its page.</summary>
public sealed class OfferRevisionDecidedMail(PortalDb db, MailData data, PortalAddress address) : IMailMessage
{
    /// <inheritdoc />
    public async Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct)
    {
        var decided = await db.OfferRevisions.AsNoTracking().Where(revision => revision.Id == subjectId)
            .Join(db.SupportOffers, revision => revision.OfferId, offer => offer.Id, (revision, offer) => new { revision.State, offer.ActorId, offer.Content })
            .SingleOrDefaultAsync(ct);
        if (decided is not { State: OfferRevisionState.Approved or OfferRevisionState.Returned }) return null;

        var isApproved = decided.State == OfferRevisionState.Approved;
        var title = $"«\u00A0{decided.Content.Title}\u00A0»";
        return new MailText
        {
            To = await data.PartnersOfAsync(decided.ActorId, ct),
            Subject = isApproved ? "Votre offre est à jour" : "Votre modification d’offre est à revoir",
            Paragraphs = [isApproved
                ? $"Votre modification de l’offre {title} est acceptée. Elle est visible dès maintenant."
                : $"Votre modification de l’offre {title} n’est pas encore publiée. L’équipe PLUS vous dit pourquoi sur la page de l’offre\u00A0: reprenez-la, puis envoyez-la à nouveau."],
            LinkLabel = "Voir mes offres",
            LinkAddress = address.PartnerOffers,
            Footer = PartnerText.Footer,
        };
    }
}
