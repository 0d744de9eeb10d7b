using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Digests;
using PlusPortal.Data.Geography;
using PlusPortal.Domain.Announcements;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Email.Layout;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Links;

namespace PlusPortal.Web.Email.Messages.Digests;

/// <summary>S3: the Monday digest of staff. Figures alone, as they are when it leaves; those of the week are the seven days before it was queued.</summary>
public sealed class StaffWeekMail(PortalDb db, MailData data, PortalAddress address, TimeProvider clock) : IMailMessage
{
    /// <inheritdoc />
    public async Task<MailText?> WriteAsync(Guid subjectId, CancellationToken ct)
    {
        if (await db.WeekDigests.AsNoTracking().SingleOrDefaultAsync(digest => digest.Id == subjectId, ct) is not { } digest) return null;
        var (since, today) = (digest.At.AddDays(-7), clock.TodayInParis);
        var week = await db.StaffWeekAsync(since, today, ct);
        var byStatus = await db.OpenByStatusAsync(ct);
        var gaps = await db.GapsAsync(since, ct);
        var names = gaps.Count == 0 ? [] : await db.Departements.AsNoTracking().ToDictionaryAsync(departement => departement.Code, departement => departement.Name, ct);
        List<(string Label, int Number)> figures =
        [
            ("Demandes reçues depuis une semaine", week.Received),
            ("Demandes terminées depuis une semaine", week.Closed),
            ("Demandes ouvertes", week.Open),
            .. byStatus.OrderBy(line => line.Status).Select(line => ($"dont «\u00A0{line.Status.ForStaff}\u00A0»", line.Count)),
            ("Urgentes", week.Urgent),
            ("En retard", week.Overdue),
            ("Sans personne pour les suivre", week.Unassigned),
            ("En attente de PLUS", week.WaitingForPlus),
            ("En attente de la structure", week.WaitingForStructure),
            ("En attente d’un acteur", week.WaitingForActor),
            ("À transmettre par nos soins", week.ByHand),
            ("Modifications d’offres à relire", week.PendingRevisions),
            ("Erreurs signalées dans l’annuaire", week.Reports),
            ("Fiches d’acteurs jamais vérifiées", week.Unverified),
            ("Offres suspendues faute de nouvelles", week.Suspended),
        ];
        return new MailText
        {
            To = await data.StaffAsync(MailKind.StaffWeek, ct),
            Subject = $"La semaine de PLUS, du {digest.At.ParisDay.InWords}",
            Paragraphs = ["Voici où en sont les demandes et l’annuaire."],
            Points =
            [
                .. figures.Select(figure => $"{figure.Label}\u00A0: {figure.Number.ToString("N0", FrenchText.Culture)}"),
                .. gaps.Select(gap => $"Sans acteur compatible, {names.GetValueOrDefault(gap.Departement, gap.Departement)}, {(gap.Theme is { } theme ? Themes.All.LabelOf(theme) : "thème non précisé")}\u00A0: {gap.Count}"),
            ],
            LinkLabel = "Ouvrir le tableau de bord",
            LinkAddress = address.Admin,
            Closing = gaps.Count == 0 ? ["Toutes les demandes de la semaine ont trouvé au moins un acteur possible."] : [],
            Footer = StaffAttentionMail.Footer,
        };
    }
}
