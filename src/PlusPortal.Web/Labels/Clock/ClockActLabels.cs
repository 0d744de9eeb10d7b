using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Labels.Clock;

namespace PlusPortal.Web.Labels;

/// <summary>Words of what the clock does, of the later day, of the ladder, and of answers that are taken back.</summary>
public static class ClockActLabels
{
    /// <summary>Acts on the request.</summary>
    public static IReadOnlyList<ActLabel> OfRequests { get; } =
    [
        new(Acts.RaiseTask) { ForStaff = e => $"À faire\u00A0: {TaskWords.Of(e.ReasonCode)}." },
        new(Acts.SettleTask)
        {
            Button = "C’est fait",
            Done = "C’est noté\u00A0: la tâche est retirée de la liste.",
            ForStaff = e => $"{e.Who} a fait ce qui était à faire\u00A0: {TaskWords.Of(e.ReasonCode)}.",
        },
    ];

    /// <summary>Acts on a referral that follow its question.</summary>
    public static IReadOnlyList<ActLabel> OfDates { get; } =
    [
        new(Acts.OfferDate)
        {
            Done = "La réponse de l’acteur est notée. La structure doit dire si la date lui convient.",
            ForStaff = e => e.IsByStaff ? $"{e.Who} a noté que {e.Actor} accepte à partir d’une date." : $"{e.Who} a accepté à partir d’une date.",
            ForStructure = e => $"{e.Actor} peut s’occuper de votre demande à partir d’une date, si elle vous convient.",
        },
        new(Acts.AgreeToDate)
        {
            Button = "Noter l’accord de la structure pour la date de {acteur}",
            Done = "L’accord est noté\u00A0: l’acteur s’occupe de la demande.",
            ForStaff = e => e.IsByStaff ? $"{e.Who} a noté l’accord de la structure pour la date de {e.Actor}." : $"{e.Who} a accepté la date de {e.Actor}.",
            ForStructure = e => $"La date proposée par {e.Actor} est acceptée\u00A0: il s’occupe de votre demande.",
        },
        new(Acts.LapseDate)
        {
            ForStaff = e => $"La date proposée par {e.Actor} est restée sans réponse de la structure\u00A0: sa réponse est de nouveau attendue.",
            ForStructure = e => $"La date proposée par {e.Actor} est restée sans réponse\u00A0: nous attendons de nouveau la sienne.",
        },
        new(Acts.LapseQuestion)
        {
            ForStaff = e => $"La question de {e.Actor} est restée sans réponse\u00A0: son délai reprend.",
            ForStructure = e => $"La question de {e.Actor} est restée sans réponse. Vous pouvez encore y répondre.",
        },
        new(Acts.UndoAnswer)
        {
            Button = "Annuler la réponse notée pour {acteur}",
            Done = "La réponse est annulée\u00A0: personne n’en est prévenu.",
            ForStaff = e => e.IsByStaff ? $"{e.Who} a annulé la réponse notée pour {e.Actor}." : $"{e.Who} a annulé sa réponse.",
        },
    ];

    /// <summary>Acts on a referral that follow its end.</summary>
    public static IReadOnlyList<ActLabel> OfOutcomes { get; } =
    [
        new(Acts.ConfirmOutcome)
        {
            Button = "Noter que la structure confirme la fin du suivi par {acteur}",
            Done = "C’est noté.",
            ForStaff = e => e.IsByStaff ? $"{e.Who} a noté que la structure confirme la fin du suivi par {e.Actor}." : $"{e.Who} a confirmé la fin du suivi par {e.Actor}.",
            ForStructure = e => $"Vous avez confirmé que l’aide de {e.Actor} est terminée.",
        },
        new(Acts.ContestOutcome)
        {
            Button = "Noter que la structure conteste la fin du suivi par {acteur}",
            Done = "C’est noté\u00A0: entendez la structure et l’acteur.",
            ForStaff = e => (e.IsByStaff ? $"{e.Who} a noté que la structure conteste la fin du suivi par {e.Actor}" : $"{e.Who} a contesté la fin du suivi par {e.Actor}") + e.Because(ReferralOutcomes.All),
            ForStructure = e => $"Vous nous avez dit que l’aide de {e.Actor} n’est pas terminée.",
        },
        new(Acts.SettleOutcome)
        {
            ForStaff = e => $"Sans contestation dans le délai, la fin du suivi par {e.Actor} est acquise.",
            ForStructure = e => $"Sans nouvelle de votre part, le suivi par {e.Actor} est terminé.",
        },
        new(Acts.LeaveOutcomeOpen)
        {
            ForStaff = e => $"La structure n’a pas confirmé la fin du suivi par {e.Actor}, et avait noté que son besoin n’est pas traité\u00A0: cette fin n’est pas acquise.",
            ForStructure = e => $"Vous aviez noté que votre besoin n’est pas traité\u00A0: la fin notée par {e.Actor} ne compte pas, et l’équipe PLUS reprend avec vous.",
        },
        new(Acts.ReportRung)
        {
            Button = "Noter un contact ou une suite de {acteur}",
            Done = "C’est noté.",
            ForStaff = RungTold.ForStaff,
            ForStructure = RungTold.ForStructure,
        },
        new(Acts.TakeRungBack)
        {
            Button = "Retirer la dernière étape notée par l’équipe pour {acteur}",
            Done = "L’étape est retirée\u00A0: ce qui était noté avant compte de nouveau.",
            ForStaff = e => $"{e.Who} a retiré ce qui était noté pour {e.Actor}\u00A0: {RungWords.Of(e.ReasonCode)}.",
            ForStructure = e => $"{e.Actor}\u00A0: «\u00A0{RungWords.Of(e.ReasonCode)}\u00A0» était une erreur, et ne compte plus.",
        },
        new(Acts.SettleDisagreement)
        {
            Button = "Noter que le désaccord avec {acteur} est réglé",
            Done = "C’est noté\u00A0: ce désaccord quitte la liste.",
            ForStaff = e => $"{e.Who} a noté que le désaccord entre la structure et {e.Actor} est réglé.",
        },
    ];
}
