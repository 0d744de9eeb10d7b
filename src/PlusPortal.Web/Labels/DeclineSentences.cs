using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Web.Labels;

/// <summary>Why an actor declined, in a courteous sentence for the structure: never the code nor the comment meant for PLUS.</summary>
public static class DeclineSentences
{
    /// <summary>Sentence of a reason.</summary>
    public static string Of(string? reason) => reason switch
    {
        DeclineReasons.HorsCompetence => "Votre besoin ne correspond pas à ce qu’il propose.",
        DeclineReasons.HorsTerritoire => "Il n’intervient pas dans votre commune.",
        DeclineReasons.FormeNonEligible => "Son dispositif n’est pas ouvert à votre forme juridique.",
        DeclineReasons.TailleNonEligible => "Son dispositif s’adresse à des structures d’une autre taille.",
        DeclineReasons.EtapeNonEligible => "Son aide ne convient pas à l’étape où vous en êtes.",
        DeclineReasons.FenetreFermee => "Il ne prend pas de demande en ce moment\u00A0: son appel est fermé.",
        DeclineReasons.Capacite => "Il n’a pas la place de vous accompagner en ce moment.",
        DeclineReasons.DejaAccompagnee => "Il vous accompagne déjà\u00A0: adressez-vous à votre interlocuteur habituel chez lui.",
        DeclineReasons.MeilleurInterlocuteur => "Un autre interlocuteur lui paraît mieux placé pour vous aider. PLUS étudie sa proposition.",
        DeclineReasons.DemandeIncomplete => "Il lui manque des éléments pour vous répondre. PLUS revient vers vous.",
        DeclineReasons.ConflitInterets => "Il préfère laisser un autre interlocuteur vous accompagner.",
        _ => "Il ne peut pas prendre votre demande en ce moment.",
    };
}
