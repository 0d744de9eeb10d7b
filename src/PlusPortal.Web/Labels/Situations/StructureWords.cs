using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Clock;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Web.Labels.Situations;

/// <summary>What the structure reads of a situation of a request that is open.</summary>
internal readonly struct StructureWords(Situation situation, SituationFacts facts)
{
    private readonly DayWords days = new(facts.Today);

    private string Actor => facts.Actor.Capitalised;

    /// <summary>« appelle », or « écrit » to somebody who wants no call.</summary>
    private string Calls => ContactWords.Of(facts.Channel).Calls;

    /// <summary>Where the structure answers.</summary>
    private string There => facts.IsInMessage ? "sur votre page de suivi" : "ci-dessous";

    /// <summary>Whether the task says already when PLUS comes back.</summary>
    private bool IsTaskSaid => situation.Kind != SituationKind.Task && facts.Task is StaffTask.NotCalledBack or StaffTask.OutcomeContested;

    private bool IsQuiet => facts.StructureHasToAct || facts.AddressIsUnproven;

    private string Nothing => IsQuiet ? "" : " Vous n’avez rien à faire.";

    private string NothingUntilThen => IsQuiet ? "" : " Vous n’avez rien à faire d’ici là.";

    /// <summary>The sentence.</summary>
    public string Sentence
    {
        get
        {
            var due = situation.DueOn;
            return situation.Kind switch
            {
                SituationKind.FirstLook => facts.IsUrgent
                    ? $"Votre demande est urgente\u00A0: l’équipe PLUS vous {Calls}{days.ByPlus(due)}.{NothingUntilThen}"
                    : $"L’équipe PLUS lit votre demande{days.ByPlus(due)}, puis cherche les bons interlocuteurs.{NothingUntilThen}",
                SituationKind.Searching => facts.IsUrgent
                    ? $"Votre demande est urgente\u00A0: l’équipe PLUS cherche les bons interlocuteurs et vous {Calls}{days.ByPlus(due)}.{NothingUntilThen}"
                    : $"L’équipe PLUS cherche les bons interlocuteurs et revient vers vous{days.ByPlus(due)}.{NothingUntilThen}",
                SituationKind.SearchingAgain => IsTaskSaid ? Cause : $"{Cause} L’équipe PLUS {(facts.IsUrgent ? $"vous {Calls}" : "revient vers vous")}{days.ByPlus(due)}.{(facts.Cause == SearchCause.Unreachable ? "" : NothingUntilThen)}",
                SituationKind.ToSend => $"L’équipe PLUS transmet votre demande aux interlocuteurs retenus{days.ByPlus(due)}{(facts.IsUrgent ? $", et vous {Calls} pour vous le dire" : "")}.{NothingUntilThen}",
                SituationKind.QuestionOfPlus => $"Répondez {(days.HasPassed(due) ? "dès que possible " : "")}à la question de l’équipe PLUS{days.By(due)}. {Unanswered(due)}",
                SituationKind.Agreement => $"Dites-nous {(days.HasPassed(due) ? "dès que possible " : "")}à qui nous pouvons transmettre votre demande{days.By(due)}. Rien n’est transmis sans votre accord.{(IsNearEnd(due) ? $" {Unanswered(due)}" : "")}",
                SituationKind.QuestionOfActor => days.HasPassed(due)
                    ? $"Répondez dès que possible à la question de {facts.Actor}\u00A0: son délai de réponse reprend."
                    : $"Répondez à la question de {facts.Actor}{days.By(due)}. Son délai de réponse est arrêté d’ici là.",
                SituationKind.LaterDay => $"{Actor} peut s’occuper de votre demande{(facts.StartsOn is { } day ? $" à partir du {day.InWords}" : " plus tard")}. Dites-nous{days.By(due)} si cette date vous convient. Sans réponse de votre part, nous lui demandons de nouveau la sienne.",
                SituationKind.Answer => Answer(due),
                SituationKind.FirstContact => days.HasPassed(due)
                    ? $"{Actor} s’occupe de votre demande, mais le délai du premier contact est passé.{(facts.Task == StaffTask.NotCalledBack ? "" : $" Vous n’avez reçu {ContactWords.Of(facts.Channel).Nothing}\u00A0? Dites-le-nous {There}.")}"
                    : SituationWords.IsLater(facts)
                    ? $"{Actor} s’occupe de votre demande à partir du {facts.StartsOn!.Value.InWords}, et vous contacte{SituationWords.How(facts)}{days.By(due)}.{NothingUntilThen}"
                    : $"{Actor} s’occupe de votre demande et vous contacte{SituationWords.How(facts)}{days.By(due)}.{NothingUntilThen}",
                SituationKind.Support => days.HasPassed(due)
                    ? $"{Actor} s’occupe de votre demande. L’équipe PLUS lui demande de ses nouvelles.{Nothing}"
                    : $"{Actor} s’occupe de votre demande et donne des nouvelles à l’équipe PLUS{days.By(due)}.{NothingUntilThen}",
                SituationKind.OutcomeToConfirm => $"{Actor} nous dit que son aide est terminée{SituationWords.Noted(facts)}. Dites-nous si c’est exact{days.By(due)}. {(facts.IsUnmet ? "Vous aviez noté que votre besoin n’est pas traité\u00A0: sans réponse de votre part, l’équipe PLUS reprend avec vous." : "Sans réponse de votre part, nous la considérons comme terminée.")}",
                SituationKind.Task => OfTask(days.ByPlus(due)),
                SituationKind.Ended => ClosingWords.ForStructure(facts),
            };
        }
    }

    private bool IsNearEnd(DateOnly? due) => facts.IsLastTerm || days.HasPassed(due);

    private string Unanswered(DateOnly? due) => !IsNearEnd(due) ? "Sans votre réponse, elle ne peut pas avancer."
        : days.HasPassed(due) ? "Sans nouvelle de vous, l’équipe PLUS peut terminer votre demande."
        : "Sans réponse de votre part, l’équipe PLUS peut ensuite terminer votre demande.";

    private string Answer(DateOnly? due)
    {
        var question = facts.IsQuestionOpen ? " Vous pouvez encore répondre à sa question." : "";
        var nothing = facts.IsQuestionOpen ? "" : days.HasPassed(due) ? Nothing : NothingUntilThen;
        return days.HasPassed(due)
            ? $"{Actor} n’a pas répondu dans le délai\u00A0: l’équipe PLUS s’en occupe.{question}{nothing}"
            : $"{Actor} doit répondre{days.By(due)}. Sans réponse, l’équipe PLUS cherche quelqu’un d’autre.{question}{nothing}";
    }

    private string Cause => facts.Cause switch
    {
        SearchCause.Reopened => "L’équipe PLUS reprend votre demande.",
        SearchCause.Declined => $"{Actor} n’a pas pu prendre votre demande\u00A0: nous cherchons quelqu’un d’autre.",
        SearchCause.Expired => $"{Actor} n’a pas répondu à temps\u00A0: nous cherchons quelqu’un d’autre.",
        SearchCause.Cancelled => $"Votre demande a été retirée à {facts.Actor}\u00A0: nous cherchons quelqu’un d’autre.",
        SearchCause.Refused => "Les interlocuteurs proposés ne conviennent pas\u00A0: nous cherchons autrement.",
        SearchCause.HandedBack => $"{Actor} ne peut finalement pas suivre votre demande\u00A0: nous cherchons quelqu’un d’autre.",
        SearchCause.Contested when facts.IsUnmet => "Vous nous avez dit que votre besoin n’est pas traité\u00A0: nous cherchons la suite avec vous.",
        SearchCause.Contested => "Vous nous avez dit que l’aide n’est pas terminée\u00A0: nous cherchons la suite avec vous.",
        SearchCause.WithoutSolution => $"L’échange avec {facts.Actor} n’a pas suffi\u00A0: nous cherchons comment aller plus loin.",
        SearchCause.Unreachable => $"{Actor} n’a pas réussi à vous joindre\u00A0: vérifiez vos coordonnées {There}.",
    };

    private string OfTask(string by) => (facts.Task ?? StaffTask.Dormant) switch
    {
        StaffTask.NotCalledBack => $"Vous nous avez dit n’avoir reçu {ContactWords.Of(facts.Channel).Nothing}. L’équipe PLUS prend contact avec l’interlocuteur, puis avec vous{by}.{NothingUntilThen}",
        StaffTask.OutcomeContested when facts.IsUnmet => $"Vous nous avez dit que votre besoin n’est pas traité. L’équipe PLUS vous {Calls}{by}.{NothingUntilThen}",
        StaffTask.OutcomeContested => $"Vous nous avez dit que l’aide de {facts.Actor} n’est pas terminée. L’équipe PLUS vous {Calls}{by}.{NothingUntilThen}",
        StaffTask.GiveContact => $"L’équipe PLUS donne vos coordonnées à {facts.Actor}{by}.{NothingUntilThen}",
        StaffTask.CallAcceptingActor => $"L’équipe PLUS demande de ses nouvelles à {facts.Actor}{by}.{NothingUntilThen}",
        StaffTask.CallActor or StaffTask.RemindByHand => $"L’équipe PLUS relance {facts.Actor}{by}.{NothingUntilThen}",
        StaffTask.TellActor => $"L’équipe PLUS prévient {facts.Actor}{by}.{NothingUntilThen}",
        StaffTask.CallStructure => $"L’équipe PLUS vous {Calls}{by}, au sujet des interlocuteurs proposés. Vous pouvez aussi répondre {There}.",
        StaffTask.EndWithoutNews => $"Sans nouvelle de vous, l’équipe PLUS décide de la suite{by}. Répondez {There} pour garder votre demande ouverte.",
        StaffTask.Dormant => $"Rien ne s’est passé depuis plusieurs mois\u00A0: l’équipe PLUS prend de vos nouvelles{by}.{NothingUntilThen}",
    };
}

/// <summary>How a request ended, and what to do instead.</summary>
internal static class ClosingWords
{
    private const string WriteAgain = "Votre situation change ou un autre besoin apparaît\u00A0? Faites une nouvelle demande, c’est gratuit.";

    /// <summary>Sentences for a closing reason.</summary>
    public static string ForStructure(SituationFacts facts) => facts.ClosingReason switch
    {
        ClosingReasons.AideApportee => $"L’aide a été apportée\u00A0: votre demande est terminée. {WriteAgain}",
        ClosingReasons.AccompagnementEngage => $"Un accompagnement est engagé. Il continue directement avec votre interlocuteur, sans PLUS. {WriteAgain}",
        ClosingReasons.InformationSuffisante => $"L’information dont vous aviez besoin vous a été donnée\u00A0: votre demande est terminée. {WriteAgain}",
        ClosingReasons.EchangeSansSolution => "Un échange a eu lieu, mais il n’a pas permis d’aider votre projet\u00A0: votre demande est terminée. Écrivez à l’équipe PLUS\u00A0: nous pouvons chercher autrement avec vous.",
        ClosingReasons.ReorienteeHorsPlus => "Nous vous avons indiqué un service mieux placé que ceux de notre annuaire\u00A0: votre demande est terminée. S’il ne vous répond pas, écrivez à l’équipe PLUS.",
        ClosingReasons.StructureInjoignable => "Nous n’avons pas réussi à vous joindre\u00A0: votre demande est terminée. Toujours besoin d’aide\u00A0? Écrivez à l’équipe PLUS, avec un numéro et un moment pour vous appeler.",
        ClosingReasons.AucunActeur => "Aucun interlocuteur n’a pu prendre votre demande cette fois-ci\u00A0: elle est terminée. L’équipe PLUS vous a dit ce qui reste possible. Écrivez-lui pour en parler, ou revenez quand votre projet aura avancé.",
        ClosingReasons.AbandonStructure => $"Votre demande est terminée\u00A0: nous ne cherchons plus d’interlocuteur. {(facts.WasTold ? "Les interlocuteurs qui l’avaient reçue sont prévenus." : "Aucun interlocuteur ne l’avait reçue.")} Vous en avez de nouveau besoin\u00A0? Faites une nouvelle demande.",
        ClosingReasons.HorsTerritoire => "Nous ne pouvons pas traiter cette demande\u00A0: votre commune est en dehors de la Lorraine. La chambre régionale de l’économie sociale et solidaire (CRESS) de votre région vous oriente gratuitement.",
        ClosingReasons.HorsPerimetre => "Nous ne pouvons pas traiter cette demande\u00A0: elle ne relève pas de l’économie sociale et solidaire. Votre chambre de commerce et d’industrie, ou votre chambre de métiers et de l’artisanat, conseille les entreprises de votre secteur.",
        ClosingReasons.Doublon => $"Votre demande est rattachée à {(facts.KeptReference is { } kept ? $"votre demande {kept}" : "une autre de vos demandes")}. Suivez-la avec le lien reçu pour cette demande.",
        ClosingReasons.EffacementDemande => "Votre demande est terminée\u00A0: vous avez demandé l’effacement de vos données.",
        _ => $"Votre demande est terminée. {WriteAgain}",
    };
}
