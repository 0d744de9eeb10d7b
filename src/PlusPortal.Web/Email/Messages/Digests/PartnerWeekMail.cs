using PlusPortal.Data;
using PlusPortal.Data.Accounts;
using PlusPortal.Data.Digests;
using PlusPortal.Web.Email.Layout;
using PlusPortal.Web.Email.Messages.People;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Links;

namespace PlusPortal.Web.Email.Messages.Digests;

/// <summary>P8: how many requests and sheets wait for a partner. Counters alone; nothing when nothing waits, or once the person wants none.</summary>
public sealed class PartnerWeekMail(PortalDb db, PortalAddress address, TimeProvider clock) : PersonMail(db)
{
    private readonly PortalDb db = db;

    /// <inheritdoc />
    protected override async Task<MailText?> SayAsync(PortalUser user, CancellationToken ct)
    {
        if (user is not { IsDisabled: false, WantsWeeklySummary: true, SupportActorId: { } actorId }) return null;
        if (await db.PartnerWeekAsync(actorId, clock.TodayInParis, ct) is not { HasSomething: true } week) return null;
        return Text("Votre semaine sur le portail PLUS", "Ouvrir mon espace", address.Partner, "Voici ce qui vous attend cette semaine.") with
        {
            Points =
            [
                .. Line(week.ToAnswer, "Demande qui attend votre réponse", "Demandes qui attendent votre réponse"),
                .. Line(week.Accepted, "Demande dont vous vous occupez", "Demandes dont vous vous occupez"),
                .. Line(week.Due, "Offre à confirmer", "Offres à confirmer"),
            ],
            Closing = ["Vous ne voulez plus de ce résumé\u00A0? Arrêtez-le dans «\u00A0Mon compte\u00A0», «\u00A0Résumé du lundi\u00A0»."],
        };
    }

    private static IEnumerable<string> Line(int count, string one, string several) =>
        count == 0 ? [] : [$"{(count == 1 ? one : several)}\u00A0: {count.ToString("N0", FrenchText.Culture)}"];
}
