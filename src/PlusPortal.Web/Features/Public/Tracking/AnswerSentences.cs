using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Labels.Answers;

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
        ReferralStatus.DateOffered => $"Il peut s’occuper de votre demande à partir du {referral.StartsOn?.InWords}, si cette date vous convient.",
        ReferralStatus.Accepted => referral.AnsweredAt is { } at ? $"Il s’occupe de votre demande depuis le {at.ParisDay.InWords}. Il a vos coordonnées." : "Il s’occupe de votre demande. Il a vos coordonnées.",
        ReferralStatus.Declined => DeclineSentences.Of(referral.DeclineReason),
        ReferralStatus.Expired => "Il n’a pas répondu à temps. S’il répond plus tard, nous vous le dirons.",
        ReferralStatus.Cancelled => referral.WasTold ? "Votre demande lui a été retirée. Il n’y a plus accès." : "Votre demande ne lui a pas été transmise.",
        ReferralStatus.Completed => OfOutcome(referral.ReferralOutcome),
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
