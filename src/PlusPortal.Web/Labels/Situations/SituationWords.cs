using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Clock;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Labels.Clock;

namespace PlusPortal.Web.Labels.Situations;

/// <summary>
/// The only place that words where a request stands: what the structure must do now, what PLUS does, what the actor does, and by when.
/// Pages and messages of all readers take their sentences from here; see <c>/dev/situations</c> for every cell.
/// </summary>
public static class SituationWords
{
    private const string NotTold = "Rien ne vous est demandé\u00A0: cette demande ne vous a pas été transmise.";

    /// <summary>The three sentences of a situation.</summary>
    public static SituationSentences Of(Situation situation, SituationFacts facts) => new(ForStructure(situation, facts), ForStaff(situation, facts), ForActor(situation, facts));

    /// <summary>What the structure must do now; what happens, and by when.</summary>
    public static string ForStructure(Situation situation, SituationFacts facts)
    {
        if (situation.Kind == SituationKind.Ended) return ClosingWords.ForStructure(facts);
        var told = new StructureWords(situation, facts).Sentence;
        if (!facts.AddressIsUnproven) return told;
        var link = facts.IsInMessage ? "avec le lien ci-dessous" : "avec le lien de notre message";
        return $"Confirmez votre adresse e-mail {link}\u00A0: {(facts.WasTold ? "nos prochains messages y arrivent" : "aucun interlocuteur n’est prévenu avant")}. {told}";
    }

    /// <summary>What PLUS does, or whom it waits for and until when.</summary>
    public static string ForStaff(Situation situation, SituationFacts facts)
    {
        var days = new DayWords(facts.Today);
        var (due, actor) = (situation.DueOn, facts.Actor.Capitalised);
        var words = ContactWords.Of(facts.Channel);
        var told = situation.Kind switch
        {
            SituationKind.Searching or SituationKind.SearchingAgain when facts.HasToAskAgreement =>
                $"{(facts.IsUrgent ? $"Urgent\u00A0: {words.Call} et demandez son accord" : "Demandez à la structure son accord")} pour les acteurs choisis{days.ByPlus(due)}. Rien ne leur est envoyé avant.",
            SituationKind.FirstLook => facts.IsUrgent ? $"Urgent\u00A0: {words.Call}{days.ByPlus(due)}, puis prenez la demande en charge." : $"Lisez la demande et prenez-la en charge{days.ByPlus(due)}.",
            SituationKind.Searching => facts.IsUrgent ? $"Urgent\u00A0: {words.Call} et choisissez des acteurs{days.ByPlus(due)}." : $"Choisissez des acteurs, ou répondez à la structure{days.ByPlus(due)}.",
            SituationKind.SearchingAgain => facts.IsUrgent
                ? $"{CauseForStaff(facts)} Urgent\u00A0: {words.Call} et choisissez d’autres acteurs{days.ByPlus(due)}."
                : $"{CauseForStaff(facts)} Choisissez d’autres acteurs, ou répondez à la structure{days.ByPlus(due)}.",
            SituationKind.ToSend => $"Envoyez la demande aux acteurs retenus{days.ByPlus(due)}{(facts.IsUrgent ? $", et {words.Call} pour le lui dire" : "")}.",
            SituationKind.QuestionOfPlus => days.HasPassed(due)
                ? "La structure n’a pas répondu à votre question\u00A0: décidez de la suite."
                : facts.IsLastTerm
                ? $"La structure, relancée, doit répondre à votre question{days.By(due)}. Ensuite, vous pouvez terminer sa demande."
                : $"La structure doit répondre à votre question{days.By(due)}. Elle est relancée d’ici là, puis prévenue que sa demande peut être terminée.",
            SituationKind.Agreement => days.HasPassed(due)
                ? "La structure n’a pas dit à qui transmettre sa demande\u00A0: décidez de la suite."
                : facts.IsLastTerm
                ? $"La structure, relancée, doit dire à qui transmettre sa demande{days.By(due)}. Ensuite, vous pouvez terminer sa demande."
                : $"La structure doit dire à qui transmettre sa demande{days.By(due)}. Elle est relancée d’ici là, puis {words.CallTo}.",
            SituationKind.Answer => days.HasPassed(due)
                ? $"{actor} n’a pas répondu dans le délai\u00A0: sa réponse est encore la bienvenue. L’acteur suivant est demandé, ou la demande revient en tri."
                : $"{actor} doit répondre{days.By(due)}. Sans réponse, l’acteur suivant est demandé, ou la demande revient en tri.",
            SituationKind.QuestionOfActor => days.HasPassed(due)
                ? $"La structure n’a pas répondu à temps à la question de {facts.Actor}\u00A0: le délai de l’acteur reprend."
                : $"La structure doit répondre à la question de {facts.Actor}{days.By(due)}. Le délai de l’acteur est arrêté d’ici là.",
            SituationKind.LaterDay => days.HasPassed(due)
                ? $"La structure n’a pas dit à temps si la date de {facts.Actor} lui convient\u00A0: l’acteur doit répondre de nouveau."
                : $"La structure doit dire{days.By(due)} si la date de {facts.Actor} lui convient\u00A0: {Start(facts)}. Le délai de l’acteur est arrêté d’ici là.",
            SituationKind.FirstContact => days.HasPassed(due)
                ? $"{actor} a accepté, et aucun premier contact n’est noté. L’acteur est relancé, puis vous l’appelez."
                : $"{actor} {(IsLater(facts) ? $"prend la demande {Start(facts)} et " : "")}doit faire le premier contact{days.By(due)}. Sans nouvelle, l’acteur est relancé, puis vous l’appelez.",
            SituationKind.Support => days.HasPassed(due)
                ? $"{actor} s’occupe de la demande, sans nouvelle depuis longtemps. L’acteur est relancé, puis vous l’appelez."
                : $"{actor} s’occupe de la demande et donne des nouvelles{days.By(due)}. Sinon, l’acteur est relancé, puis vous l’appelez.",
            SituationKind.OutcomeToConfirm => facts.IsUnmet
                ? $"La structure dit si la fin notée par {facts.Actor}{Noted(facts)} est exacte{days.By(due)}. Elle avait noté que son besoin n’est pas traité\u00A0: sans confirmation, entendez les deux."
                : $"La structure peut contester la fin notée par {facts.Actor}{Noted(facts)}{days.By(due)}. Sans contestation, cette fin est acquise.",
            SituationKind.Task => $"À faire{days.ByPlus(due)}{(facts.IsActorNamed ? $" ({facts.Actor})" : "")}. {TaskFor(facts, words).Capitalised}.",
            SituationKind.Ended => $"Terminée\u00A0: {Lower(ClosingReasons.All.LabelOf(facts.ClosingReason ?? ""))}. Plus rien n’est attendu.",
        };
        return facts.AddressIsUnproven && situation.Kind != SituationKind.Ended ? $"{told} L’adresse n’est pas confirmée\u00A0: aucun {(facts.WasTold ? "autre " : "")}acteur n’est prévenu avant." : told;
    }

    /// <summary>What the actor does; said to it.</summary>
    public static string ForActor(Situation situation, SituationFacts facts)
    {
        var days = new DayWords(facts.Today);
        var due = situation.DueOn;
        return situation.Kind switch
        {
            SituationKind.FirstLook or SituationKind.Searching or SituationKind.ToSend or SituationKind.QuestionOfPlus or SituationKind.Agreement => NotTold,
            SituationKind.SearchingAgain => OfWhoHadIt(facts.Cause),
            SituationKind.Answer => (days.HasPassed(due)
                ? "Votre délai est passé\u00A0: répondez dès que possible, même pour refuser. PLUS cherche quelqu’un d’autre."
                : $"Répondez{days.By(due)}, même pour refuser. Sans réponse, PLUS demande à quelqu’un d’autre.") + (facts.IsQuestionOpen ? " Votre question est restée sans réponse\u00A0: décidez avec ce que vous savez." : ""),
            SituationKind.QuestionOfActor => $"Vous avez posé une question\u00A0: {(days.HasPassed(due) ? "la structure n’a pas répondu à temps, et votre délai reprend. Décidez avec ce que vous savez" : $"la structure doit répondre, votre délai est arrêté{days.Until(due, "")}")}.",
            SituationKind.LaterDay => $"Vous avez accepté {Start(facts)}\u00A0: {(days.HasPassed(due) ? "la structure n’a pas dit à temps si cette date lui convient. Votre délai reprend\u00A0: répondez de nouveau" : $"la structure doit dire si cette date lui convient, votre délai est arrêté{days.Until(due, "")}")}.",
            SituationKind.FirstContact => days.HasPassed(due)
                ? "Vous vous occupez de cette demande, et aucun premier contact n’est noté. Faites-le dès que possible, puis notez-le\u00A0; si vous n’y arrivez pas, dites-le aussi."
                : $"Vous vous occupez de cette demande{(IsLater(facts) ? $" {Start(facts)}" : "")}. Faites le premier contact{How(facts)}{days.By(due)}, puis notez-le.",
            SituationKind.Support => days.HasPassed(due)
                ? "Vous vous occupez de cette demande, et nous sommes sans nouvelle de vous. Dites que vous y travaillez encore, ou notez ce qu’il en est résulté."
                : $"Vous vous occupez de cette demande. Donnez des nouvelles{days.By(due)}, ou notez ce qu’il en est résulté.",
            SituationKind.OutcomeToConfirm => $"Vous avez noté la fin de votre aide{Noted(facts)}. {(days.HasPassed(due) ? "Vous n’avez plus rien à faire." : $"La structure peut dire le contraire{days.Until(due, "")}\u00A0: vous n’avez plus rien à faire.")}",
            SituationKind.Task => TaskForActor(facts, days.ByPlus(due)),
            SituationKind.Ended => "Cette demande est terminée. Plus rien ne vous est demandé.",
        };
    }

    /// <summary>What the actor reads that had the request before PLUS searched again.</summary>
    private static string OfWhoHadIt(SearchCause cause) => cause switch
    {
        SearchCause.Reopened or SearchCause.Refused => NotTold,
        SearchCause.Declined => ReferralWords.DeclinedForActor,
        SearchCause.HandedBack => ReferralWords.HandedBackForActor,
        SearchCause.Expired => ReferralWords.LateForActor,
        SearchCause.Cancelled => ReferralWords.CancelledForActor,
        SearchCause.Contested => ReferralWords.ContestedForActor,
        SearchCause.WithoutSolution => ReferralWords.CompletedForActor(ReferralOutcomes.EchangeSansSolution),
        SearchCause.Unreachable => ReferralWords.CompletedForActor(ReferralOutcomes.Injoignable),
    };

    /// <summary>The task, by the channel that the person chose.</summary>
    private static string TaskFor(SituationFacts facts, ContactWords words) => facts.Task == StaffTask.CallStructure
        ? $"{words.Call}, qui n’a donné aucun accord"
        : TaskWords.Of(facts.Task ?? StaffTask.Dormant);

    private static string TaskForActor(SituationFacts facts, string by) => (facts.Task ?? StaffTask.Dormant) switch
    {
        StaffTask.NotCalledBack when !facts.HasAccepted => $"La structure attend votre réponse\u00A0: répondez dès que possible, même pour refuser\u00A0; PLUS vous appelle{by}.",
        StaffTask.NotCalledBack => $"La structure nous dit n’avoir reçu {ContactWords.Of(facts.Channel).Nothing}. Contactez-la dès que possible\u00A0; PLUS vous appelle{by}.",
        StaffTask.OutcomeContested when facts.IsUnmet => $"La structure nous dit que son besoin n’est pas traité. PLUS vous appelle{by}.",
        StaffTask.OutcomeContested => $"La structure nous dit que votre aide n’est pas terminée. PLUS vous appelle{by}.",
        StaffTask.GiveContact => $"PLUS vous donne les coordonnées de la structure{by}.",
        StaffTask.CallAcceptingActor => $"Nous sommes sans nouvelle de vous. Donnez-en sur la page de la demande\u00A0; sinon, PLUS vous appelle{by}.",
        StaffTask.CallActor => $"Votre réponse manque encore\u00A0: donnez-la, même pour refuser, ou PLUS vous appelle{by}.",
        StaffTask.RemindByHand => $"Votre réponse manque encore\u00A0: donnez-la, même pour refuser, ou PLUS vous relance{by}.",
        StaffTask.TellActor => $"PLUS vous transmet ce qu’il faut savoir{by}.",
        StaffTask.CallStructure or StaffTask.EndWithoutNews or StaffTask.Dormant => $"Rien ne vous est demandé pour l’instant\u00A0: PLUS prend des nouvelles de la structure{by}.",
    };

    private static string CauseForStaff(SituationFacts facts) => facts.Cause switch
    {
        SearchCause.Reopened => "La demande est à reprendre.",
        SearchCause.Declined => $"{facts.Actor.Capitalised} a décliné.",
        SearchCause.Expired => $"{facts.Actor.Capitalised} n’a pas répondu à temps.",
        SearchCause.Cancelled => $"La demande a été retirée à {facts.Actor}.",
        SearchCause.Refused => "La structure n’a voulu d’aucun acteur proposé.",
        SearchCause.HandedBack => $"{facts.Actor.Capitalised} a rendu la demande.",
        SearchCause.Contested when facts.IsUnmet => $"{facts.Actor.Capitalised} a noté la fin de son aide, la structure que son besoin n’est pas traité.",
        SearchCause.Contested => $"La structure conteste la fin notée par {facts.Actor}.",
        SearchCause.WithoutSolution => $"Le suivi de {facts.Actor} s’est terminé sans solution.",
        SearchCause.Unreachable => $"{facts.Actor.Capitalised} n’a pas réussi à joindre la structure.",
    };

    /// <summary>What the actor noted, in brackets.</summary>
    internal static string Noted(SituationFacts facts) => facts.Outcome is { } outcome ? $" («\u00A0{Lower(ReferralOutcomes.All.LabelOf(outcome))}\u00A0»)" : "";

    /// <summary>Whether the actor took the request from a day that has not come.</summary>
    internal static bool IsLater(SituationFacts facts) => facts.StartsOn > facts.Today.Date;

    private static string Start(SituationFacts facts) => facts.StartsOn is { } day ? $"à partir du {day.InWords}" : "à partir d’une date";

    internal static string How(SituationFacts facts) => facts.Channel switch
    {
        ContactChannels.Telephone => " par téléphone",
        ContactChannels.Courriel => " par e-mail",
        _ => "",
    };

    private static string Lower(string label) => label.Length == 0 ? "sans motif" : char.ToLower(label[0], FrenchText.Culture) + label[1..];
}
