using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Labels.Answers;

namespace PlusPortal.Web.Labels.Situations;

/// <summary>What is said of a referral from which nothing is expected any more, or not yet: it is in no situation. Never a code, nor a comment meant for PLUS.</summary>
public static class ReferralWords
{
    internal const string LateForActor = "Votre délai de réponse est passé. Votre réponse est encore la bienvenue\u00A0: acceptez pour lire la demande entière, ou déclinez.";

    internal const string DeclinedForActor = "Vous avez décliné cette demande. Plus rien ne vous est demandé.";

    internal const string HandedBackForActor = "Vous avez rendu cette demande. Plus rien ne vous est demandé.";

    internal const string CancelledForActor = "Cette demande vous a été retirée. Plus rien ne vous est demandé.";

    internal const string ContestedForActor = "La structure nous dit que votre aide n’est pas terminée\u00A0: l’équipe PLUS cherche la suite avec elle.";

    /// <summary>What the structure reads in the label beside the name of the actor.</summary>
    public static string TagForStructure(Referral referral) => referral is { Status: ReferralStatus.Proposed, ConsentGivenAt: not null } ? "D’accord, à transmettre" : referral.Status.ForStructure;

    /// <summary>What the structure reads; null where the situation of the referral says it.</summary>
    /// <param name="referral">The referral.</param>
    /// <param name="knowsContact">Whether its actor has been told whom to call.</param>
    public static string? ForStructure(Referral referral, bool knowsContact) => referral.Status switch
    {
        ReferralStatus.Proposed when referral.ConsentGivenAt is null => "Il ne sait rien de votre demande\u00A0: elle ne lui est transmise que si vous êtes d’accord.",
        ReferralStatus.Proposed => referral.Role == Domain.Matching.ProposalRole.Alternate
            ? "Vous êtes d’accord. Il est en réserve\u00A0: votre demande lui est transmise si un autre ne peut pas la prendre."
            : "Vous êtes d’accord\u00A0: votre demande va lui être transmise.",
        ReferralStatus.Declined => DeclineSentences.Of(referral.DeclineReason),
        ReferralStatus.Expired => "Il n’a pas répondu à temps. S’il répond plus tard, nous vous le dirons.",
        ReferralStatus.Cancelled when referral.IsDateRefused => "La date qu’il proposait a été refusée\u00A0: votre demande lui a été retirée. Il n’y a plus accès.",
        ReferralStatus.Cancelled => referral.WasTold ? "Votre demande lui a été retirée. Il n’y a plus accès." : "Votre demande ne lui a pas été transmise.",
        ReferralStatus.Completed when referral.OutcomeState == OutcomeState.Contested => "Vous avez contesté la fin de son aide.",
        ReferralStatus.Completed => referral.IsOutcomeAwaited ? null : OfOutcome(referral.ReferralOutcome),
        ReferralStatus.Accepted when knowsContact => "Il a vos coordonnées.",
        ReferralStatus.Accepted => referral.IsByHand ? "L’équipe PLUS lui donne vos coordonnées." : "Il n’a pas encore lu vos coordonnées\u00A0: elles sont à sa disposition.",
        ReferralStatus.DateOffered when referral.StartsOn is { } day => $"Il peut s’occuper de votre demande à partir du {day.InWords}.",
        ReferralStatus.Sent or ReferralStatus.InformationRequested or ReferralStatus.DateOffered => null,
    };

    /// <summary>What the actor reads of a referral that is in no situation.</summary>
    /// <param name="referral">The referral.</param>
    /// <param name="mayAnswer">Whether it may still answer.</param>
    public static string ForActor(Referral referral, bool mayAnswer) => referral.Status switch
    {
        ReferralStatus.Expired => mayAnswer ? LateForActor : "Votre délai de réponse est passé. Plus rien ne vous est demandé.",
        ReferralStatus.Declined => referral.PreviousStatus == ReferralStatus.Accepted ? HandedBackForActor : DeclinedForActor,
        ReferralStatus.Cancelled => referral.IsDateRefused ? "La date que vous proposiez ne convenait pas à la structure. Plus rien ne vous est demandé." : CancelledForActor,
        ReferralStatus.Completed => CompletedForActor(referral.ReferralOutcome),
        ReferralStatus.Proposed or ReferralStatus.Sent or ReferralStatus.InformationRequested or ReferralStatus.DateOffered or ReferralStatus.Accepted => "Cette demande est terminée. Plus rien ne vous est demandé.",
    };

    internal static string CompletedForActor(string? outcome) => outcome is null ? "Suivi terminé. Plus rien ne vous est demandé." : $"Suivi terminé\u00A0: {ReferralOutcomes.All.LabelOf(outcome)}. Plus rien ne vous est demandé.";

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
