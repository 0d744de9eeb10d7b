using PlusPortal.Domain.Profile;
using PlusPortal.Domain.Requests.Clock;
using PlusPortal.Domain.Requests.Deadlines;

namespace PlusPortal.Web.Labels.Clock;

/// <summary>Words of the delays and of the steps of the clock, for staff.</summary>
public static class ClockWords
{
    /// <summary>« Fiches de l’annuaire à confirmer ».</summary>
    public static string Of(RecurringReminder reminder) => reminder switch
    {
        RecurringReminder.UntouchedDraft => "Brouillon laissé de côté\u00A0: rappel, une fois",
        RecurringReminder.SheetDue => "Fiches de l’annuaire à confirmer\u00A0: message à l’acteur",
        RecurringReminder.StaffWeek => "Résumé du lundi à l’équipe",
        RecurringReminder.PartnerWeek => "Résumé du lundi aux partenaires qui le veulent",
    };

    /// <summary>« Acteur silencieux : rappel ».</summary>
    public static string Of(ClockStep step) => step switch
    {
        ClockStep.StaffOverdue => "Demande en retard\u00A0: message à l’équipe",
        ClockStep.StillSearching => "Sans nouveauté\u00A0: «\u00A0nous cherchons encore\u00A0»",
        ClockStep.QuestionReminder => "Question de PLUS sans réponse\u00A0: premier rappel",
        ClockStep.QuestionSecondReminder => "Question de PLUS sans réponse\u00A0: second rappel",
        ClockStep.ConsentReminder => "Interlocuteurs proposés sans réponse\u00A0: premier rappel",
        ClockStep.ConsentSecondReminder => "Interlocuteurs proposés sans réponse\u00A0: second rappel",
        ClockStep.ConsentCall => "Interlocuteurs proposés sans réponse\u00A0: appel par PLUS",
        ClockStep.EndNotice => "Structure sans nouvelle\u00A0: annonce de la fin",
        ClockStep.EndOffer => "Structure sans nouvelle\u00A0: fin proposée à l’équipe",
        ClockStep.SendingByHand => "Acteur sans adresse\u00A0: demande à transmettre par PLUS",
        ClockStep.ActorReminder => "Acteur silencieux\u00A0: rappel",
        ClockStep.ActorCall => "Acteur silencieux\u00A0: appel par PLUS",
        ClockStep.ActorLastCall => "Acteur silencieux\u00A0: dernier rappel",
        ClockStep.Expiry => "Acteur silencieux\u00A0: envoi expiré, suivant demandé",
        ClockStep.PauseReminder => "Question ou date d’un acteur sans réponse\u00A0: rappel à la structure",
        ClockStep.QuestionLapse => "Question d’un acteur sans réponse\u00A0: son délai reprend",
        ClockStep.DateLapse => "Date d’un acteur sans réponse\u00A0: sa réponse est attendue de nouveau",
        ClockStep.CalledBack => "«\u00A0Avez-vous été rappelée\u00A0?\u00A0»",
        ClockStep.ContactByHand => "Acteur sans adresse qui accepte\u00A0: coordonnées à donner par PLUS",
        ClockStep.FirstContactNudge => "Premier contact non noté\u00A0: rappel à l’acteur",
        ClockStep.FirstContactCall => "Premier contact non noté\u00A0: appel par PLUS",
        ClockStep.NewsNudge => "Acteur sans nouvelle\u00A0: rappel",
        ClockStep.NewsCall => "Acteur sans nouvelle\u00A0: appel par PLUS",
        ClockStep.OutcomeReminder => "Fin de suivi à confirmer\u00A0: rappel à la structure",
        ClockStep.OutcomeSettle => "Fin de suivi non contestée\u00A0: acquise",
        ClockStep.OutcomeLeftOpen => "Fin de suivi sans réponse d’une structure dont le besoin n’est pas traité\u00A0: à régler",
        ClockStep.LaterSatisfaction => "Six mois après la fin\u00A0: trois questions",
    };

    /// <summary>« Premier regard de PLUS ».</summary>
    public static string Of(DelayKind kind) => kind switch
    {
        DelayKind.FirstLook => "Première lecture par PLUS, après la réception",
        DelayKind.StaffOverdue => "Message à l’équipe, après une échéance de PLUS manquée",
        DelayKind.StaffOverdueAgain => "Message suivant à l’équipe, après le précédent",
        DelayKind.StillSearching => "«\u00A0Nous cherchons encore\u00A0», après la dernière nouvelle donnée à la structure",
        DelayKind.QuestionReminder => "Premier rappel d’une question de PLUS",
        DelayKind.QuestionSecondReminder => "Second rappel d’une question de PLUS",
        DelayKind.ConsentReminder => "Premier rappel des interlocuteurs proposés",
        DelayKind.ConsentSecondReminder => "Second rappel des interlocuteurs proposés",
        DelayKind.ConsentCall => "Appel de la structure qui n’a donné aucun accord",
        DelayKind.EndNotice => "Annonce de la fin à une structure sans nouvelle",
        DelayKind.EndOffer => "Fin proposée à l’équipe, sans nouvelle de la structure",
        DelayKind.ActorReminder => "Rappel à l’acteur, après l’envoi",
        DelayKind.ActorCall => "Appel de l’acteur par PLUS, après l’envoi",
        DelayKind.ActorLastCall => "Dernier rappel à l’acteur, après l’envoi",
        DelayKind.Expiry => "Dernier jour pour répondre, après l’envoi",
        DelayKind.Pause => "Arrêt du délai d’un acteur, pendant que la structure répond",
        DelayKind.PauseReminder => "Rappel à la structure d’une question ou d’une date d’acteur",
        DelayKind.CalledBack => "«\u00A0Avez-vous été rappelée\u00A0?\u00A0», après l’envoi",
        DelayKind.FirstContact => "Premier contact par l’acteur, après son accord",
        DelayKind.FirstContactNudge => "Rappel à l’acteur, après un premier contact manqué",
        DelayKind.FirstContactCall => "Appel de l’acteur par PLUS, après un premier contact manqué",
        DelayKind.NewsNudge => "Rappel à l’acteur, après ses dernières nouvelles",
        DelayKind.NewsCall => "Appel de l’acteur par PLUS, après ses dernières nouvelles",
        DelayKind.OutcomeReminder => "Rappel à la structure d’une fin de suivi à confirmer",
        DelayKind.OutcomeSettles => "Fin de suivi acquise si la structure ne la conteste pas",
    };

    /// <summary>What became of a step.</summary>
    public static string Of(ClockOutcome outcome) => outcome switch
    {
        ClockOutcome.Taken => "Fait",
        ClockOutcome.Overtaken => "Passé\u00A0: une étape suivante était due en même temps",
        ClockOutcome.SwitchedOff => "Passé\u00A0: ce genre de relance est arrêté",
        ClockOutcome.OneMessageADay => "Passé\u00A0: la structure a déjà une nouvelle de ce jour",
        ClockOutcome.NoAddress => "Passé\u00A0: acteur sans adresse, l’équipe l’appelle",
        ClockOutcome.NobodyToTell => "Passé\u00A0: demande indésirable",
    };

    /// <summary>The delays that are not the usual ones, a line each; never empty.</summary>
    public static IReadOnlyList<string> ChangedDelaysOf(ClockDelays delays)
    {
        var changed = Enum.GetValues<DelayKind>().Where(kind => delays[kind] != ClockDelays.Usual[kind]).Select(kind => $"{Of(kind)}\u00A0: {delays[kind].Normal} (urgent\u00A0: {delays[kind].Urgent})").ToList();
        return changed.Count > 0 ? changed : ["Ceux du départ"];
    }
}
