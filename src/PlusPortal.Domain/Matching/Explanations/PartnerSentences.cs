using PlusPortal.Domain.Matching.Reading;
using PlusPortal.Domain.Matching.Scoring;

namespace PlusPortal.Domain.Matching.Explanations;

/// <summary>What a partner reads of a stored outcome. The stored sentence speaks to the structure (« votre commune »); a partner is spoken to in turn (« votre territoire »).</summary>
public static class PartnerSentences
{
    /// <summary>Sentence of an outcome.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The criterion is not one of <see cref="Criteria"/>.</exception>
    public static string Of(string criterion, Outcome outcome)
    {
        var words = WordsOf(criterion);
        return outcome switch
        {
            Outcome.Met => words.Met,
            Outcome.Unmet => words.Unmet,
            Outcome.Unknown => words.Unknown,
        };
    }

    /// <summary>The reason for which requests did not come, as the heading of a count.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The criterion is not one of <see cref="Criteria"/>.</exception>
    public static string HeadingOf(string criterion) => WordsOf(criterion).Heading;

    private static Words WordsOf(string criterion) => criterion switch
    {
        Criteria.Territory => new("La commune de la structure est dans votre territoire.", "La commune de la structure est hors de votre territoire.", "Vérifiez la commune de la structure.", "Commune hors de votre territoire"),
        Criteria.Stage => new("Vous accompagnez l'étape où en est la structure.", "Vous n'accompagnez pas l'étape où en est la structure.", "Vérifiez l'étape où en est la structure.", "Étape que vous n'accompagnez pas"),
        Criteria.LegalForm => new("Vous acceptez sa forme juridique.", "Vous n'acceptez pas sa forme juridique.", "Vérifiez sa forme juridique.", "Forme juridique que vous n'acceptez pas"),
        Criteria.Employer => new("Elle répond à votre condition d'emploi, ou vous n'en avez pas.", "Elle n'a pas de salarié, et vous en demandez au moins un.", "Vérifiez si elle emploie au moins une personne.", "Structure sans salarié"),
        Criteria.Qualification => new("Elle répond à votre condition d'agrément, ou vous n'en avez pas.", "Ses agréments ne sont pas ceux que vous demandez.", "Vérifiez l'agrément que vous demandez.", "Agrément demandé, absent ou exclu"),
        Criteria.Headcount => new("Son effectif convient à vos conditions.", "Son effectif ne convient pas à vos conditions.", "Vérifiez son effectif.", "Effectif hors de vos limites"),
        Criteria.Age => new("Son ancienneté convient à vos conditions.", "Son ancienneté ne convient pas à vos conditions.", "Vérifiez son ancienneté.", "Ancienneté hors de vos limites"),
        Criteria.Insolvency => new("Sa situation financière n'empêche pas votre aide.", "Elle est en cessation de paiements ou en procédure collective, ce que vous excluez.", "Vérifiez qu'elle n'est ni en cessation de paiements, ni en procédure collective.", "Cessation de paiements ou procédure collective"),
        Criteria.Window => new("Votre appel à candidatures est ouvert, ou sans date limite.", "Votre appel à candidatures est fermé.", "Confirmez les dates de votre appel à candidatures.", "Appel à candidatures fermé"),
        Criteria.Capacity => new("Vous acceptez de nouvelles demandes.", "Votre offre n'accepte pas de nouvelle demande.", "Confirmez votre capacité d'accueil.", "Offre suspendue, complète ou fermée"),
        Criteria.Themes => new("Vos thèmes répondent à son besoin.", "Vos thèmes ne répondent pas à son besoin.", "Son besoin n'est pas encore assez précis pour le comparer à vos thèmes.", "Thèmes que vous ne traitez pas"),
        Criteria.SubStage => new("Vous accompagnez le moment où en est son projet.", "Vous visez plutôt d'autres moments d'un projet.", "Le moment précis de son projet reste à préciser.", "Moment du projet que vous ne visez pas"),
        Criteria.Nearness => new("Vous êtes proche de la structure.", "D'autres acteurs sont plus proches de la structure.", "La distance n'a pas été mesurée.", "Acteurs plus proches"),
        Criteria.Role => new("Votre rôle convient à son besoin.", "Son besoin appelle d'abord un autre genre d'acteur.", "Votre rôle n'a pas compté.", "Autre genre d'acteur attendu"),
        Criteria.Sector => new("Vous connaissez son secteur, ou vous les acceptez tous.", "Votre offre est tournée vers d'autres secteurs.", "Vérifiez son secteur.", "Secteur que vous ne visez pas"),
        Criteria.SupportMode => new("Vous aidez de la façon qu'elle attend.", "Vous aidez autrement qu'elle ne l'attend.", "Elle ne dit pas quelle façon d'aider elle attend.", "Façon d'aider différente"),
        Criteria.Audience => new("Votre offre est faite pour une structure comme elle.", "Votre offre est plutôt faite pour d'autres structures.", "Votre offre reçoit des structures de toutes sortes.", "Structure que vous ne visez pas"),
        Criteria.Text => new("La description de votre offre rejoint son texte.", "La description de votre offre ne rejoint pas son texte.", "Son texte et votre offre ont peu de mots communs.", "Texte éloigné de votre offre"),
        Criteria.Budget => new("Son budget convient, ou vous n'avez pas de condition de budget.", "Votre offre vise plutôt un autre budget annuel.", "Vérifiez son budget annuel.", "Budget hors de vos limites"),
        Criteria.Amount => new("Le montant de son besoin convient, ou vous n'avez pas de condition de montant.", "Le montant de son besoin ne convient pas.", "Vérifiez le montant de son besoin.", "Montant hors de vos limites"),
        Criteria.Milieu => new("Votre offre est faite pour sa famille de structures.", "Votre offre est faite pour une autre famille de structures.", "Votre offre n'est réservée à aucune famille de structures.", "Famille de structures que vous ne visez pas"),
        Criteria.Freshness => new("Votre fiche a été confirmée récemment.", "Votre fiche n'a pas été confirmée récemment.", "La date de confirmation de votre fiche n'est pas connue.", "Fiche à confirmer"),
        Criteria.Delay => new("Le délai que vous annoncez convient.", "Le délai que vous annoncez est long.", "Vous n'annoncez pas de délai.", "Délai annoncé trop long"),
        Criteria.NamedBetter => new("D'autres acteurs vous ont nommé mieux placé.", "D'autres acteurs ne vous ont pas nommé mieux placé.", "Aucun autre acteur ne vous a nommé mieux placé.", "Avis d'autres acteurs"),
        Criteria.History => new("Vos réponses passées vont dans ce sens.", "Vos réponses passées ne vont pas dans ce sens.", "Vos réponses passées n'ont pas compté.", "Réponses passées"),
        Criteria.OtherOffers => new("Une autre de vos offres répond au reste de son besoin.", "Vos autres offres ne répondent pas au reste de son besoin.", "Vos autres offres n'ajoutent rien à son besoin.", "Besoin plus large que votre offre"),
        Criteria.AlreadyMet => new("Elle ne vous a pas encore rencontré.", "Elle vous a déjà rencontré.", "Elle ne dit pas si elle vous a déjà rencontré.", "Structure que vous avez déjà vue"),
        _ => throw new ArgumentOutOfRangeException(nameof(criterion), criterion, "No words for this criterion."),
    };

    private sealed record Words(string Met, string Unmet, string Unknown, string Heading);
}
