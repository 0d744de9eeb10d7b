using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Web.Labels.Rights;

/// <summary>The words of the acts by which a person gets its data, or has them erased.</summary>
public static class RightsLabels
{
    /// <summary>One row an act, in the order of the rulebook.</summary>
    public static IReadOnlyList<ActLabel> All { get; } =
    [
        new(Acts.Anonymise)
        {
            ForStaff = _ => "La demande a été anonymisée\u00A0: plus rien ne dit qui l’a faite.",
        },
        new(Acts.AskErasure)
        {
            Button = "Effacer les données",
            Done = "Les données sont effacées. La personne reçoit un dernier e-mail, les acteurs prévenus par le portail aussi. Prévenez vous-même ceux que vous aviez joints.",
            ForStaff = e => e.IsByStaff ? $"{e.Who} a effacé les données à la demande de la personne" + e.Because(IdentityChecks.All) : "La personne a demandé l’effacement de ses données.",
        },
        new(Acts.SendDataLink)
        {
            Button = "Données de la personne",
            Done = "Le lien part à l’adresse enregistrée. Il fonctionne 24\u00A0heures.",
            ForStaff = e => $"{e.Who} a envoyé à la personne un lien vers ses données" + e.Because(IdentityChecks.All),
        },
    ];
}
