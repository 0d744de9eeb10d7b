using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Labels;

namespace PlusPortal.Web.Features.Public.Tracking;

/// <summary>What an actor answered, in a courteous sentence: never the code nor the comment meant for PLUS.</summary>
public static class AnswerSentences
{
    /// <summary>Sentence of a referral.</summary>
    public static string Of(Referral referral) => referral.Status switch
    {
        ReferralStatus.Proposed when referral.ConsentGivenAt is null => "Proposé par PLUS, à confirmer par vous. Il ne sait rien de votre demande.",
        ReferralStatus.Proposed => "Vous êtes d’accord. PLUS va lui transmettre votre demande.",
        ReferralStatus.Sent => referral.ExpiresOn is { } last ? $"Sa réponse est attendue au plus tard le {last.InWords}." : "Sa réponse est attendue.",
        ReferralStatus.InformationRequested => "Il vous pose une question avant de vous répondre.",
        ReferralStatus.Accepted => referral.AnsweredAt is { } at ? $"Il s’occupe de votre demande depuis le {at.ParisDay.InWords}. Il a vos coordonnées." : "Il s’occupe de votre demande. Il a vos coordonnées.",
        ReferralStatus.Declined => OfDecline(referral.DeclineReason),
        ReferralStatus.Expired => "Il n’a pas répondu à temps. S’il répond plus tard, nous vous le dirons.",
        ReferralStatus.Cancelled => referral.WasTold ? "Votre demande lui a été retirée. Il n’y a plus accès." : "Votre demande ne lui a pas été transmise.",
        ReferralStatus.Completed => OfOutcome(referral.ReferralOutcome),
    };

    /// <summary>Sentence of a decline reason.</summary>
    public static string OfDecline(string? reason) => reason switch
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

    private static string OfOutcome(string? outcome) => outcome switch
    {
        ReferralOutcomes.AccompagnementEngage => "Un accompagnement est engagé avec lui.",
        ReferralOutcomes.AideApportee => "Il a apporté son aide. Son suivi est terminé.",
        ReferralOutcomes.InformationDonnee => "Il vous a donné l’information demandée. Son suivi est terminé.",
        ReferralOutcomes.EchangeSansSolution => "Vous avez échangé, sans solution de son côté. Son suivi est terminé.",
        ReferralOutcomes.Injoignable => "Il n’a pas réussi à vous joindre. Son suivi est terminé.",
        _ => "Son suivi est terminé.",
    };
}
