using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Web.Labels;

/// <summary>What a sentence of the timeline is made of, names included.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="AuthorKind">Who did it.</param>
/// <param name="AuthorName">Display name of the author's account; null for the structure, the portal and a closed account.</param>
/// <param name="ActorName">Name of the support actor concerned, if any.</param>
/// <param name="ReasonCode">Code that says why, if any.</param>
public sealed record TimelineFacts(EventKind Kind, AuthorKind AuthorKind, string? AuthorName, string? ActorName, string? ReasonCode);

/// <summary>The timeline in plain French, for staff.</summary>
public static class TimelineSentences
{
    /// <summary>Sentence of an event, with its author: « Camille Exemple a pris la demande en charge. »</summary>
    public static string ForStaff(TimelineFacts facts)
    {
        var who = Who(facts);
        var actor = facts.ActorName ?? "l’acteur";
        return facts.Kind switch
        {
            EventKind.Submitted => $"{who} a envoyé la demande.",
            EventKind.AddressProven => $"{who} a ouvert son lien\u00A0: son adresse e-mail est confirmée.",
            EventKind.AddressVouchedFor => $"{who} a parlé à la personne et confirmé son adresse.",
            EventKind.TakenInCharge => $"{who} a pris la demande en charge.",
            EventKind.Assigned => $"{who} a confié la demande à une autre personne de l’équipe.",
            EventKind.Released => $"{who} a remis la demande à disposition de l’équipe.",
            EventKind.Corrected => $"{who} a corrigé l’étape, les thèmes ou la commune. La déclaration est conservée.",
            EventKind.Matched => facts.AuthorKind == AuthorKind.Staff ? $"{who} a relancé la recherche d’acteurs." : $"{who} a cherché les acteurs qui conviennent.",
            EventKind.SummaryWritten => $"{who} a rédigé le résumé destiné aux acteurs.",
            EventKind.QuestionAsked => $"{who} a posé une question à la structure.",
            EventKind.QuestionAnswered => facts.AuthorKind == AuthorKind.Staff ? $"{who} a noté la réponse de la structure." : $"{who} a répondu à la question de PLUS.",
            EventKind.QuestionDropped => $"{who} a repris la demande sans attendre la réponse.",
            EventKind.ReferralProposed => $"{who} a choisi {actor}.",
            EventKind.ConsentAsked => $"{who} a demandé à la structure son accord pour {actor}.",
            EventKind.ConsentGiven => facts.AuthorKind == AuthorKind.Staff ? $"{who} a noté l’accord de la structure pour {actor}." : $"{who} a donné son accord pour {actor}.",
            EventKind.ReferralSent => $"{who} a envoyé la demande à {actor}.",
            EventKind.ReferralInformationRequested => facts.AuthorKind == AuthorKind.Staff ? $"{who} a noté une question de {actor}." : $"{who} a demandé une précision.",
            EventKind.ReferralInformationGiven => $"{who} a répondu à la question posée par {actor}.",
            EventKind.ReferralAccepted => facts.AuthorKind == AuthorKind.Staff ? $"{who} a noté que {actor} accepte." : $"{who} a accepté la demande.",
            EventKind.ReferralDeclined => (facts.AuthorKind == AuthorKind.Staff ? $"{who} a noté que {actor} décline" : $"{who} a décliné la demande") + Reason(DeclineReasons.All, facts),
            EventKind.ReferralHandedBack => (facts.AuthorKind == AuthorKind.Staff ? $"{who} a noté que {actor} rend la demande" : $"{who} a rendu la demande") + Reason(DeclineReasons.All, facts),
            EventKind.ReferralExpired => $"{actor} n’a pas répondu dans le délai.",
            EventKind.ReferralCancelled => $"{who} a retiré la demande à {actor}.",
            EventKind.ReferralCompleted => (facts.AuthorKind == AuthorKind.Staff ? $"{who} a noté la fin du suivi par {actor}" : $"{who} a terminé le suivi") + Reason(ReferralOutcomes.All, facts),
            EventKind.ReferralCorrected => $"{who} a corrigé la réponse donnée par {actor}.",
            EventKind.NoteAdded => $"{who} a écrit une note interne.",
            EventKind.NotCalledBack => $"{who} signale que personne ne l’a rappelée.",
            EventKind.Withdrawn => $"{who} a retiré sa demande.",
            EventKind.Closed => $"{who} a terminé la demande" + Reason(ClosingReasons.All, facts),
            EventKind.Reopened => $"{who} a rouvert la demande.",
        };
    }

    /// <summary>Through what it was done: « sur la page de suivi ».</summary>
    public static string Through(Channel channel) => channel switch
    {
        Channel.RequestForm => "formulaire en ligne",
        Channel.TrackingPage => "page de suivi",
        Channel.StaffPage => "espace PLUS",
        Channel.PartnerPage => "espace partenaire",
        Channel.SignedLink => "lien reçu par e-mail",
        Channel.Telephone => "par téléphone",
        Channel.Job => "automatique",
        Channel.Import => "données d’exemple ou reprise",
    };

    private static string Who(TimelineFacts facts) => facts.AuthorKind switch
    {
        AuthorKind.Structure => "La structure",
        AuthorKind.Staff => facts.AuthorName ?? "L’équipe PLUS",
        AuthorKind.Partner => (facts.AuthorName, facts.ActorName) switch
        {
            ({ } name, { } actor) => $"{name} ({actor})",
            (null, { } actor) => actor,
            ({ } name, null) => name,
            (null, null) => "Un partenaire",
        },
        AuthorKind.System => "Le portail",
    };

    private static string Reason(TermList terms, TimelineFacts facts) => facts.ReasonCode is null ? "." : $"\u00A0: {terms.LabelOf(facts.ReasonCode)}.";
}
