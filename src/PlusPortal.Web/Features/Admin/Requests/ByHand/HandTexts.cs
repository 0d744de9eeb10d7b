using PlusPortal.Domain.Announcements.ByHand;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Web.Features.Admin.Requests.Referrals;
using PlusPortal.Web.Features.Shared.Facts;
using PlusPortal.Web.Labels;

namespace PlusPortal.Web.Features.Admin.Requests.ByHand;

/// <summary>A text to copy into a message, or to read out.</summary>
/// <param name="Moment">When it is said.</param>
/// <param name="Title">The same in words.</param>
/// <param name="Text">The text.</param>
public sealed record HandText(HandMoment Moment, string Title, string Text)
{
    /// <summary>Of what it is the moment; null where it is that of a state.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Whether the register waits for the word of staff that it was said.</summary>
    public bool IsToNote { get; init; }

    /// <summary>When staff noted that it was said, UTC; null when they did not, or need not.</summary>
    public DateTimeOffset? NotedAt { get; init; }
}

/// <summary>What was written that the text of some moments passes on, masked as the actor may read it.</summary>
/// <param name="Answer">What the last question of the actor was answered; null when nothing.</param>
/// <param name="Added">What the structure added and staff shared last; null when nothing.</param>
public sealed record HandNotes(string? Answer, string? Added)
{
    /// <summary>Nothing.</summary>
    public static HandNotes None { get; } = new(null, null);
}

/// <summary>
/// What staff say to an actor that the portal cannot tell, one text a moment (<see cref="HandMoments"/>), in the words that others read in
/// a message. Whom to call is in none of them before the actor has accepted; none says that something was sent which staff have yet to send.
/// </summary>
public static class HandTexts
{
    private const string Greeting = "Bonjour,\n\n";
    private const string Farewell = "\n\nL’équipe PLUS";

    /// <summary>What the moment is called.</summary>
    public static string TitleOf(HandMoment moment) => moment switch
    {
        HandMoment.FirstSending => "Premier envoi",
        HandMoment.SentAgain => "Nouvelle demande de réponse",
        HandMoment.Reminder => "Relance",
        HandMoment.LastCall => "Dernier rappel",
        HandMoment.QuestionWaits => "Sa question attend la structure",
        HandMoment.QuestionAnswered => "Réponse à sa question",
        HandMoment.QuestionLapsed => "Sa question est restée sans réponse",
        HandMoment.DateWaits => "Sa date attend la structure",
        HandMoment.DateLapsed => "Sa date est restée sans réponse",
        HandMoment.DateRefused => "Sa date ne convient pas",
        HandMoment.TooLate => "Délai passé",
        HandMoment.TakenOver => "Un autre acteur s’en occupe",
        HandMoment.Accepted => "Après son accord, avec les coordonnées",
        HandMoment.AcceptedAgain => "Réponse corrigée, avec les coordonnées",
        HandMoment.FirstContactNudge => "Premier contact à faire",
        HandMoment.UnderWay => "Suite attendue",
        HandMoment.NewsNudge => "Demande de nouvelles",
        HandMoment.ContactChanged => "Nouvelles coordonnées",
        HandMoment.InformationAdded => "Demande complétée",
        HandMoment.Masked => "Passage masqué",
        HandMoment.TakenBack => "Retrait",
        HandMoment.Erased => "Effacement demandé par la personne",
    };

    /// <summary>The text of a moment of a referral.</summary>
    /// <param name="facts">Facts of requests.</param>
    /// <param name="request">The request.</param>
    /// <param name="referral">Its referral.</param>
    /// <param name="moment">What is to be said.</param>
    /// <param name="notes">What was written that it passes on.</param>
    /// <param name="today">Paris day: no day is named that has passed.</param>
    public static HandText Of(DeclaredFacts facts, OrientationRequest request, Referral referral, HandMoment moment, HandNotes notes, DateOnly today)
    {
        var reference = request.Reference;
        return new HandText(moment, TitleOf(moment), moment == HandMoment.FirstSending ? NeutralSummary.ForHandTransmission(facts, request, referral) : $"{Greeting}{Body()}{Farewell}");

        string Body() => moment switch
        {
            HandMoment.FirstSending => "",
            HandMoment.SentAgain => $"La réponse notée pour vous à la demande {reference} n’était pas la bonne\u00A0: nous l’avons corrigée, et votre réponse est de nouveau attendue.\n\n{About()}\n\n{Ask()}",
            HandMoment.Reminder => $"La demande {reference} attend votre réponse.\n\n{About()}\n\n{Ask()}",
            HandMoment.LastCall => $"Dernier rappel\u00A0: la demande {reference} attend toujours votre réponse.\n\n{About()}\n\n{Ask()} Sans réponse, nous demandons à quelqu’un d’autre.",
            HandMoment.QuestionWaits => $"La structure doit répondre à votre question sur la demande {reference}{By(referral.PauseEndsOn)}. Votre délai de réponse est arrêté d’ici là\u00A0: vous n’avez rien à faire.",
            HandMoment.QuestionAnswered => notes.Answer is { } answer
                ? $"Voici la réponse à votre question sur la demande {reference}\u00A0:\n\n{answer}\n\n{Ask()}"
                : $"La structure a répondu à votre question sur la demande {reference}. {Ask()}",
            HandMoment.QuestionLapsed => $"La structure n’a pas répondu à temps à votre question sur la demande {reference}\u00A0: votre délai de réponse reprend. Décidez avec ce que vous savez. {Ask()}",
            HandMoment.DateWaits => $"Vous pouvez prendre la demande {reference}{From(referral.StartsOn)}\u00A0: la structure doit dire{Within(referral.PauseEndsOn)} si cette date lui convient. Votre délai est arrêté d’ici là\u00A0: vous n’avez rien à faire.",
            HandMoment.DateLapsed => $"La structure n’a pas dit si votre date lui convient pour la demande {reference}\u00A0: votre réponse est de nouveau attendue. {Ask()}",
            HandMoment.DateRefused => $"La date que vous proposiez pour la demande {reference} ne convient pas à la structure\u00A0: la demande est retirée. Vous n’avez plus rien à faire\u00A0; merci de supprimer ce que vous en avez gardé.",
            HandMoment.TooLate => $"Le délai pour répondre à la demande {reference} est passé\u00A0: nous cherchons un autre interlocuteur. Même tard, votre réponse est la bienvenue\u00A0: dites-nous si vous la prenez, ou si ce n’est pas pour vous.",
            HandMoment.TakenOver => $"Un autre acteur s’occupe maintenant de la demande {reference}. Votre réponse n’est plus attendue\u00A0: vous n’avez rien à faire.",
            HandMoment.Accepted => $"Merci de vous occuper de la demande {reference}{From(referral.StartsOn)}. Voici qui contacter{By(referral.FirstContactDueOn)}\u00A0:\n\n{Person()}\n\nDites-nous ensuite quand vous l’avez eue, puis ce qu’il en est résulté.",
            HandMoment.AcceptedAgain => $"La réponse notée pour vous à la demande {reference} n’était pas la bonne\u00A0: nous l’avons corrigée. Vous vous occupez de cette demande. Voici qui contacter\u00A0:\n\n{Person()}\n\nDonnez-nous des nouvelles{By(referral.NewsDueOn)}.",
            HandMoment.FirstContactNudge => $"Avez-vous joint la structure de la demande {reference}\u00A0? Dites-nous quel jour. Vous n’y arrivez pas\u00A0? Dites-le-nous aussi\u00A0: nous vérifions ses coordonnées.",
            HandMoment.UnderWay => $"Vous vous occupez de la demande {reference}\u00A0: merci. Donnez-nous des nouvelles{Within(referral.NewsDueOn)} ou dites-nous ce qu’il en est résulté.",
            HandMoment.NewsNudge => $"Où en êtes-vous de la demande {reference}\u00A0? Dites-nous si vous y travaillez encore, ou ce qu’il en est résulté.",
            HandMoment.ContactChanged => $"Les coordonnées de la personne de la demande {reference}, que vous avez acceptée, ont changé. Voici celles à utiliser maintenant\u00A0:\n\n{Person()}",
            HandMoment.InformationAdded => (notes.Added is { } added ? $"La structure a complété la demande {reference}\u00A0:\n\n{added}" : $"La structure a complété la demande {reference}.") + Still(),
            HandMoment.Masked => $"Nous avons masqué un passage de la demande {reference}, pour protéger la vie privée d’une personne. Si vous l’avez noté, copié, imprimé ou transmis, supprimez-le. Rien d’autre ne change.{Still()}",
            HandMoment.TakenBack => $"La demande {reference} est retirée\u00A0: la structure n’en a plus besoin, ou nous la suivons autrement. Si vous l’aviez commencée, merci de vous arrêter là, et de supprimer ce que vous en avez gardé.",
            HandMoment.Erased => $"La demande {reference} est effacée du portail à la demande de la personne. Supprimez ce que vous en avez noté ou copié\u00A0: messages, notes, fichiers, coordonnées. Si la loi vous oblige à en garder une partie, c’est à vous d’en répondre à la personne.",
        };

        string About() => NeutralSummary.ForHand(facts, request);

        string Ask() => $"Pouvez-vous nous dire{Within(referral.ExpiresOn)} si vous la prenez, à partir de quand, ou si ce n’est pas pour vous\u00A0? Un refus nous aide aussi.";

        // What was awaited before still is.
        string Still() => referral.Status switch
        {
            ReferralStatus.Sent => $"\n\n{Ask()}",
            ReferralStatus.InformationRequested or ReferralStatus.DateOffered => "\n\nVotre délai de réponse reste arrêté jusqu’à la réponse de la structure.",
            ReferralStatus.Proposed or ReferralStatus.Accepted or ReferralStatus.Declined or ReferralStatus.Expired or ReferralStatus.Cancelled or ReferralStatus.Completed => "",
        };

        string By(DateOnly? day) => day is { } due && due >= today ? $", au plus tard le {due.InWords}" : "";

        string Within(DateOnly? day) => By(day) is { Length: > 0 } by ? $"{by}," : "";

        string Person() => referral.Status != ReferralStatus.Accepted ? "" : string.Join("\n", facts.RowsFor(FactReaders.ActorAccepted, FactSource.Of(request))
            .Where(row => row.Section == FactSection.Person).Select(row => $"{row.Label}\u00A0: {row.Value.Replace("\n", ", ", StringComparison.Ordinal)}"));
    }

    private static string From(DateOnly? day) => day is { } starts ? $" à partir du {starts.InWords}" : "";
}
