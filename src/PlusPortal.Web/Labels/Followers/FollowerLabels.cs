using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Web.Labels.Followers;

/// <summary>The words of the acts by which the person corrects how to reach it, and others follow the request.</summary>
public static class FollowerLabels
{
    /// <summary>One row an act, in the order of the rulebook.</summary>
    public static IReadOnlyList<ActLabel> All { get; } =
    [
        new(Acts.CorrectContact)
        {
            ForStaff = e => $"{e.Who} a corrigé ses coordonnées.",
            ForStructure = _ => "Vous avez corrigé vos coordonnées.",
        },
        new(Acts.ChangeAddress)
        {
            ForStaff = e => $"{e.Who} a changé d’adresse e-mail, et l’a confirmée. Les liens envoyés avant ne fonctionnent plus.",
            ForStructure = _ => "Vous avez confirmé une nouvelle adresse e-mail.",
        },
        new(Acts.HandOver)
        {
            Button = "Confier à une autre personne de la structure",
            Done = "La demande est confiée à cette personne. Un lien part à son adresse\u00A0; ceux d’avant ne fonctionnent plus.",
            ForStaff = e => $"{e.Who} a confié la demande à une autre personne de la structure" + e.Because(IdentityChecks.All),
            ForStructure = _ => "L’équipe PLUS a confié cette demande à une autre personne de la structure.",
        },
        new(Acts.InviteFollower)
        {
            ForStaff = e => $"{e.Who} a invité quelqu’un à suivre la demande.",
            ForStructure = _ => "Vous avez invité quelqu’un à suivre cette demande.",
        },
        new(Acts.JoinAsFollower)
        {
            ForStaff = _ => "Une personne invitée suit maintenant la demande.",
            ForStructure = _ => "Une personne invitée suit maintenant cette demande.",
        },
        new(Acts.RemoveFollower)
        {
            Done = "Cette personne ne suit plus la demande\u00A0: ses liens ne fonctionnent plus.",
            ForStaff = e => $"{e.Who} a retiré une personne qui suivait la demande, ou y était invitée.",
            ForStructure = e => e.IsByStructure ? "Vous avez retiré une personne invitée." : "L’équipe PLUS a retiré une personne invitée.",
        },
        new(Acts.LeaveAsFollower)
        {
            ForStaff = _ => "Une personne invitée ne suit plus la demande.",
            ForStructure = _ => "Une personne invitée ne suit plus cette demande.",
        },
    ];

    /// <summary>Those of what the structure adds, in the order of the rulebook.</summary>
    public static IReadOnlyList<ActLabel> OfInformation { get; } =
    [
        new(Acts.AddInformation)
        {
            Button = "Noter ce que la structure ajoute",
            Done = "Le complément est noté. Les acteurs ne le lisent pas encore.",
            Form = new(
                "Noter ce que la structure ajoute",
                "La structure le lit sur sa page. Les acteurs ne le lisent que si vous le leur montrez ensuite.",
                "Ce que la structure ajoute",
                "Dans ses mots, sans nommer d’autres personnes.",
                "Écrivez ce que la structure ajoute.",
                "Enregistrer"),
            ForStaff = e => e.IsByStaff ? $"{e.Who} a noté un complément de la structure." : $"{e.Who} a complété la demande.",
            ForStructure = e => e.IsByStructure ? "Vous avez complété votre demande." : "L’équipe PLUS a noté un complément à votre demande.",
        },
        new(Acts.ShareInformation)
        {
            Button = "Montrer le complément aux acteurs",
            Done = "Les acteurs qui ont la demande lisent maintenant le complément, et ceux qui la recevront aussi. Ils sont prévenus par e-mail.",
            ForStaff = e => $"{e.Who} a montré le complément de la structure aux acteurs.",
            ForStructure = _ => "Vos interlocuteurs lisent maintenant ce que vous avez ajouté.",
        },
    ];
}
