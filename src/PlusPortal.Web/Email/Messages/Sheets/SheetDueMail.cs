using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Actors.Sheets;
using PlusPortal.Domain.Directory.Sheets;
using PlusPortal.Web.Email.Layout;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Links;

namespace PlusPortal.Web.Email.Messages.Sheets;

/// <summary>P5: sheets of an actor are to be confirmed, or soon will be; by when, and what happens otherwise. Nothing once they are confirmed.</summary>
public sealed class SheetDueMail(PortalDb db, MailData data, PortalAddress address, TimeProvider clock) : IMailMessage
{
    /// <inheritdoc />
    public async Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct)
    {
        var today = clock.TodayInParis;
        var due = await db.DueSheetsAsync(subjectId, today, ct);
        if (due.Count == 0) return null;
        var ids = due.Select(sheet => sheet.OfferId).ToList();
        var offers = await db.SupportOffers.AsNoTracking().Where(offer => ids.Contains(offer.Id)).Select(offer => new { offer.Id, offer.Content }).ToDictionaryAsync(offer => offer.Id, offer => offer.Content.Title, ct);
        var link = await SheetLink.OfAsync(data, address, subjectId, ids, ct);
        var how = (link.HasAccounts, due.Count) switch
        {
            (true, 1) => "un bouton suffit.",
            (true, _) => "un bouton suffit pour chacune.",
            (false, _) => "répondez à ce message, et l’équipe PLUS confirme pour vous. Quelque chose a changé\u00A0? Dites-le de la même façon.",
        };
        return new MailText
        {
            To = await data.PartnersOfAsync(subjectId, ct),
            Subject = due.Count == 1 ? "Votre fiche dans l’annuaire est-elle toujours exacte\u00A0?" : "Vos fiches dans l’annuaire sont-elles toujours exactes\u00A0?",
            Paragraphs = [due.Count == 1
                ? $"Relisez votre offre et dites-nous si elle est toujours exacte\u00A0: {how} C’est ce qui vous amène des demandes qui vous conviennent."
                : $"Relisez vos offres et dites-nous si elles sont toujours exactes\u00A0: {how} C’est ce qui vous amène des demandes qui vous conviennent."],
            Points = [.. due.Select(sheet => Line(offers[sheet.OfferId], sheet.DueOn, today))],
            LinkLabel = link.Label,
            LinkAddress = link.Address,
            Footer = PartnerText.Footer,
        };
    }

    private static string Line(string title, DateOnly dueOn, DateOnly today)
    {
        var by = dueOn >= today ? $"à confirmer avant le {dueOn.InWords}" : $"à confirmer depuis le {dueOn.InWords}";
        var end = dueOn.AddMonths(SheetClock.SuspendedAfterMonths);
        var otherwise = end > today ? $"Sans nouvelle de vous, elle n’est plus proposée à partir du {end.InWords}." : "Sans nouvelle de vous, elle ne sera bientôt plus proposée.";
        return $"«\u00A0{title}\u00A0»\u00A0: {by}. {otherwise}";
    }
}
