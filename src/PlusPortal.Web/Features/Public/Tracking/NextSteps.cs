using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Deadlines;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Labels.Followers;

namespace PlusPortal.Web.Features.Public.Tracking;

/// <summary>The first line of the page: who must act next and by when.</summary>
public static class NextSteps
{
    /// <summary>The sentence of a request.</summary>
    /// <param name="request">Request with its referrals.</param>
    /// <param name="names">Names of the actors that the structure knows of, by referral.</param>
    /// <param name="keptReference">Reference of the kept request, when this one is a duplicate.</param>
    /// <param name="today">Current day in Paris, with the calendar of PLUS.</param>
    public static NextStep Of(OrientationRequest request, IReadOnlyDictionary<Guid, string> names, string? keptReference, PlusDay today)
    {
        var current = request.Referrals.Where(referral => referral.Round == request.Round && names.ContainsKey(referral.Id)).ToList();
        var due = request.NextDueOn;
        var reportedSilence = request is { Status: RequestStatus.Oriented or RequestStatus.InProgress, WaitsFor: WaitsFor.Plus };
        if (reportedSilence) return new($"Vous nous avez dit n’avoir reçu {ContactWords.Of(request.Contact.Channel).Nothing}. L’équipe PLUS prend contact avec l’interlocuteur, puis avec vous{By(due, today)}.");
        return request.Status switch
        {
            RequestStatus.Submitted => new($"L’équipe PLUS lit votre demande{By(due, today)}. Vous n’avez rien à faire d’ici là."),
            RequestStatus.InTriage => new(WhyBackInTriage(current) + $" L’équipe PLUS revient vers vous{By(due, today)}."),
            RequestStatus.NeedsInformation => new($"L’équipe PLUS attend votre réponse{Preferably(due, today)} pour continuer.", IsForStructure: true),
            RequestStatus.AwaitingConsent when request.WaitsFor == WaitsFor.Structure =>
                new($"Dites-nous à qui nous pouvons transmettre votre demande{Preferably(due, today).TrimEnd(',')}. Rien n’est transmis sans votre accord.", IsForStructure: true),
            RequestStatus.AwaitingConsent => new($"Merci pour votre réponse. L’équipe PLUS transmet votre demande{By(due, today)}."),
            RequestStatus.Oriented => Awaited(current, names, today),
            RequestStatus.InProgress => TakenBy(request, current, names, today),
            RequestStatus.Closed => ClosingSentences.Of(request.ClosingReason, keptReference, request.Referrals.Any(referral => referral.WasTold)),
        };
    }

    private static string WhyBackInTriage(List<Referral> current)
    {
        var last = current.Where(referral => referral.IsEnded).MaxBy(referral => referral.EndedAt);
        return last?.Status switch
        {
            ReferralStatus.Declined => "L’interlocuteur contacté n’a pas pu prendre votre demande\u00A0: nous en cherchons un autre.",
            ReferralStatus.Expired => "L’interlocuteur contacté n’a pas répondu à temps\u00A0: nous en cherchons un autre.",
            ReferralStatus.Cancelled => "L’envoi précédent a été retiré\u00A0: nous cherchons un autre interlocuteur.",
            ReferralStatus.Completed => "Le premier échange n’a pas suffi\u00A0: nous cherchons comment aller plus loin.",
            null or ReferralStatus.Proposed or ReferralStatus.Sent or ReferralStatus.InformationRequested or ReferralStatus.DateOffered or ReferralStatus.Accepted =>
                "L’équipe PLUS étudie votre demande et cherche les bons interlocuteurs.",
        };
    }

    private static NextStep Awaited(List<Referral> current, IReadOnlyDictionary<Guid, string> names, PlusDay today)
    {
        if (current.Find(referral => referral.Status == ReferralStatus.InformationRequested) is { } asking)
            return new($"{names[asking.Id]} vous pose une question avant de vous répondre. Répondez-lui dès que possible, sur cette page.", IsForStructure: true);
        var asked = current.Where(referral => referral.Status == ReferralStatus.Sent).ToList();
        var who = string.Join(" et ", asked.Select(referral => names[referral.Id]));
        var verb = asked.Count == 1 ? "doit répondre" : "doivent répondre";
        return asked.Max(referral => referral.ExpiresOn) is { } last && last >= today.Date
            ? new($"{who} {verb} au plus tard le {last.InWords}. Sans réponse, l’équipe PLUS cherche un autre interlocuteur.")
            : new($"{who} {verb}. Le délai est passé\u00A0: l’équipe PLUS s’en occupe.");
    }

    private static NextStep TakenBy(OrientationRequest request, List<Referral> current, IReadOnlyDictionary<Guid, string> names, PlusDay today)
    {
        var accepted = current.Where(referral => referral.Status == ReferralStatus.Accepted).OrderBy(referral => referral.AnsweredAt).ToList();
        if (accepted.Count == 0) return new("Un interlocuteur s’occupe de votre demande.");
        var first = accepted[0];
        var who = names[first.Id];
        if (first is not { FirstContactDueOn: { } contactBy, FirstContactOn: null }) return new($"{who} s’occupe de votre demande.");
        return contactBy >= today.Date
            ? new($"{who} s’occupe de votre demande et vous contacte au plus tard le {contactBy.InWords}.")
            : new($"{who} s’occupe de votre demande. Le premier contact était prévu au plus tard le {contactBy.InWords}\u00A0: si vous n’avez eu {ContactWords.Of(request.Contact.Channel).Nothing}, dites-le-nous.");
    }

    /// <summary>A day that has passed is no longer announced, nor one on which PLUS is not there, or no longer: the next one is.</summary>
    private static string By(DateOnly? due, PlusDay today) => due switch
    {
        null => "",
        { } day when day < today.Date => " dès que possible",
        _ when due <= today.NextToAct && today.NextToAct == today.Date => $" aujourd’hui, {today.NextToAct.InWords}",
        { } day => $" au plus tard le {(day < today.NextToAct ? today.NextToAct : day).InWords}",
    };

    private static string Preferably(DateOnly? due, PlusDay today) => due is { } day && day >= today.Date ? $", de préférence avant le {day.InWords}," : "";
}

/// <summary>How a request ended, and what to do instead.</summary>
public static class ClosingSentences
{
    private const string WriteAgain = "Votre situation change ou un autre besoin apparaît\u00A0? Faites une nouvelle demande, c’est gratuit.";

    /// <summary>Words for a closing reason.</summary>
    /// <param name="reason">Code of <see cref="ClosingReasons"/>.</param>
    /// <param name="keptReference">Reference of the kept request, when this one is a duplicate.</param>
    /// <param name="wasTold">Whether some actor had it.</param>
    public static NextStep Of(string? reason, string? keptReference, bool wasTold) => reason switch
    {
        ClosingReasons.AideApportee => new("L’aide a été apportée\u00A0: votre demande est terminée.", WriteAgain),
        ClosingReasons.AccompagnementEngage => new("Un accompagnement est engagé. Il continue directement avec votre interlocuteur, sans PLUS.", WriteAgain),
        ClosingReasons.InformationSuffisante => new("L’information dont vous aviez besoin vous a été donnée.", WriteAgain),
        ClosingReasons.EchangeSansSolution => new("Un échange a eu lieu, mais il n’a pas permis d’aider votre projet.", "Répondez à l’e-mail que nous vous avons envoyé\u00A0: nous pouvons chercher autrement avec vous."),
        ClosingReasons.ReorienteeHorsPlus => new("Nous vous avons indiqué un service mieux placé que ceux de notre annuaire.", "S’il ne vous répond pas, écrivez-nous en répondant à notre dernier e-mail."),
        ClosingReasons.StructureInjoignable => new("Nous n’avons pas réussi à vous joindre.", "Toujours besoin d’aide\u00A0? Répondez à notre dernier e-mail en indiquant un numéro et un moment pour vous appeler."),
        ClosingReasons.AucunActeur => new("Aucun interlocuteur n’a pu prendre votre demande cette fois-ci.", "L’équipe PLUS vous a dit ce qui reste possible. Répondez à son e-mail pour en parler, ou revenez quand votre projet aura avancé."),
        ClosingReasons.AbandonStructure => new(wasTold ? "Retirée à votre demande. Les interlocuteurs qui l’avaient reçue sont prévenus." : "Retirée à votre demande. Aucun interlocuteur ne l’avait reçue.", "Vous avez changé d’avis\u00A0? Faites une nouvelle demande."),
        ClosingReasons.HorsTerritoire => new("Nous ne pouvons pas traiter cette demande\u00A0: votre commune est en dehors de la Lorraine.", "Adressez-vous au point d’appui de votre territoire\u00A0: la chambre régionale de l’économie sociale et solidaire (CRESS) de votre région vous oriente gratuitement."),
        ClosingReasons.HorsPerimetre => new("Nous ne pouvons pas traiter cette demande\u00A0: elle ne relève pas de l’économie sociale et solidaire.", "Votre chambre de commerce et d’industrie, ou votre chambre de métiers et de l’artisanat, conseille les entreprises de votre secteur."),
        ClosingReasons.Doublon => new(keptReference is null ? "Rattachée à une autre de vos demandes." : $"Rattachée à votre demande {keptReference}.", "Suivez-la avec le lien reçu pour cette demande."),
        ClosingReasons.EffacementDemande => new("Terminée\u00A0: vous avez demandé l’effacement de vos données."),
        _ => new("Votre demande est terminée.", WriteAgain),
    };
}
