using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Web.Labels.Answers;

/// <summary>Why an actor declined, in a courteous sentence for the structure: never the code nor the comment meant for PLUS.</summary>
public static class DeclineSentences
{
    /// <summary>Sentence for the structure before a reason is known: in the words of the actor, to be changed.</summary>
    public const string Usual = "Nous ne pouvons pas prendre votre demande. L’équipe PLUS cherche un autre interlocuteur.";

    /// <summary>Sentence of a reason in the words of the actor, to be changed.</summary>
    public static string ByTheActor(string? reason) => reason switch
    {
        DeclineReasons.HorsCompetence => "Votre besoin ne correspond pas à ce que nous proposons. L’équipe PLUS cherche un autre interlocuteur.",
        DeclineReasons.HorsTerritoire => "Nous n’intervenons pas dans votre commune. L’équipe PLUS cherche un autre interlocuteur.",
        DeclineReasons.FormeNonEligible => "Notre dispositif n’est pas ouvert à votre forme juridique. L’équipe PLUS cherche un autre interlocuteur.",
        DeclineReasons.TailleNonEligible => "Notre dispositif s’adresse à des structures d’une autre taille. L’équipe PLUS cherche un autre interlocuteur.",
        DeclineReasons.EtapeNonEligible => "Notre aide ne convient pas à l’étape où vous en êtes. L’équipe PLUS cherche un autre interlocuteur.",
        DeclineReasons.FenetreFermee => "Nous ne prenons pas de demande en ce moment. L’équipe PLUS cherche un autre interlocuteur.",
        DeclineReasons.Capacite => "Nous n’avons pas la place de vous accompagner en ce moment. L’équipe PLUS cherche un autre interlocuteur.",
        DeclineReasons.DejaAccompagnee => "Nous vous accompagnons déjà\u00A0: adressez-vous à votre interlocuteur habituel chez nous.",
        DeclineReasons.MeilleurInterlocuteur => "Un autre interlocuteur nous paraît mieux placé pour vous aider. L’équipe PLUS étudie notre proposition.",
        DeclineReasons.DemandeIncomplete => "Il nous manque des éléments pour vous répondre. L’équipe PLUS revient vers vous.",
        DeclineReasons.ConflitInterets => "Nous préférons laisser un autre interlocuteur vous accompagner.",
        _ => Usual,
    };

    /// <summary>Whether a sentence is one of those: the structure then reads what the portal says of the reason.</summary>
    public static bool IsUsual(string sentence) => Plain(sentence) is var text && DeclineReasons.All.Select(reason => ByTheActor(reason.Code)).Append(Usual).Any(usual => Plain(usual) == text);

    /// <summary>The sentence as somebody wrote it; null when it is empty, or one that the portal says by itself.</summary>
    public static string? Own(string? sentence) => string.IsNullOrWhiteSpace(sentence) || IsUsual(sentence) ? null : sentence.Trim();

    // As it comes back from a page: a space that does not break may have become a plain one.
    private static string Plain(string sentence) => sentence.Trim().Replace('\u00A0', ' ');

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
