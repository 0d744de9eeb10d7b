using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Domain.Directory.Sheets;
using PlusPortal.Web.Email.Layout;
using PlusPortal.Web.Links;

namespace PlusPortal.Web.Email.Messages.Sheets;

/// <summary>P5: offers of an actor are not proposed any more, why, and how they come back. Nothing once they are.</summary>
public sealed class OffersSuspendedMail(PortalDb db, MailData data, PortalAddress address) : IMailMessage
{
    /// <inheritdoc />
    public async Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct)
    {
        var offers = await db.SupportOffers.AsNoTracking().Where(offer => offer.ActorId == subjectId && offer.SuspendedFor != null)
            .OrderBy(offer => offer.Id).Select(offer => new { offer.Id, offer.SuspendedFor, offer.Content }).Take(100).ToListAsync(ct);
        if (offers.Count == 0) return null;
        var isSilence = offers.Exists(offer => offer.SuspendedFor == SuspensionCause.Silence);
        var (isOne, link) = (offers.Count == 1, await SheetLink.OfAsync(data, address, subjectId, offers.ConvertAll(offer => offer.Id), ct));
        return new MailText
        {
            To = await data.PartnersOfAsync(subjectId, ct),
            Subject = isOne ? "Votre offre n’est plus proposée" : "Vos offres ne sont plus proposées",
            Paragraphs =
            [
                isSilence
                    ? "Plusieurs demandes de suite sont restées sans réponse de votre part. PLUS ne vous en propose plus pour l’instant, et vous appellera."
                    : isOne
                        ? "Votre offre attend depuis plus de trois mois que vous disiez si elle est toujours exacte. PLUS ne la propose plus pour l’instant\u00A0; l’annuaire la montre encore, avec une mention."
                        : "Vos offres attendent depuis plus de trois mois que vous disiez si elles sont toujours exactes. PLUS ne les propose plus pour l’instant\u00A0; l’annuaire les montre encore, avec une mention.",
                (link.HasAccounts, isOne) switch
                {
                    (true, true) => "Dites-nous que votre offre est toujours exacte\u00A0: elle est proposée de nouveau aussitôt.",
                    (true, false) => "Dites-nous que vos offres sont toujours exactes\u00A0: elles sont proposées de nouveau aussitôt.",
                    (false, true) => "Votre offre est-elle toujours exacte\u00A0? Répondez à ce message\u00A0: l’équipe PLUS confirme pour vous, et elle est proposée de nouveau.",
                    (false, false) => "Vos offres sont-elles toujours exactes\u00A0? Répondez à ce message\u00A0: l’équipe PLUS confirme pour vous, et elles sont proposées de nouveau.",
                },
            ],
            Points = [.. offers.Select(offer => $"«\u00A0{offer.Content.Title}\u00A0»")],
            LinkLabel = link.Label,
            LinkAddress = link.Address,
            Footer = PartnerText.Footer,
        };
    }
}

/// <summary>S2: an actor left several requests in a row without an answer: somebody must call it. Nothing once its offers are back.</summary>
public sealed class ActorSilentMail(PortalDb db, MailData data, PortalAddress address) : IMailMessage
{
    /// <inheritdoc />
    public async Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct)
    {
        var name = await db.SupportActors.Where(actor => actor.Id == subjectId && actor.Offers.Any(offer => offer.SuspendedFor == SuspensionCause.Silence)).Select(actor => actor.Name).SingleOrDefaultAsync(ct);
        return name is null ? null : new MailText
        {
            To = await data.StaffAsync(Domain.Announcements.MailKind.ActorSilent, ct),
            Subject = $"{name} ne répond plus",
            Paragraphs =
            [
                $"Les trois dernières demandes envoyées à {name} sont restées sans réponse. Ses offres ne sont plus proposées.",
                "Appelez cet acteur\u00A0: il confirme ses offres depuis son espace, ou vous le faites pour lui, et elles sont proposées de nouveau.",
            ],
            LinkLabel = "Ouvrir la fiche de l’acteur",
            LinkAddress = address.AdminActor(subjectId),
            Footer = StaffAttentionMail.Footer,
        };
    }
}
