using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Web.Features.Shared.Facts;
using PlusPortal.Web.Labels;

namespace PlusPortal.Web.Features.Admin.Requests.Referrals;

/// <summary>A text to copy into a message, or to read out.</summary>
/// <param name="Code">Names it on its page.</param>
/// <param name="Moment">When it is said.</param>
/// <param name="Text">The text.</param>
public sealed record HandText(string Code, string Moment, string Text);

/// <summary>
/// What staff say to an actor that the portal cannot tell, one text a moment: those that fit where the referral stands, the one
/// to say now first. Whom to call is in none of them before the actor has accepted.
/// </summary>
public static class HandTexts
{
    private const string Greeting = "Bonjour,\n\n";
    private const string Farewell = "\n\nL’équipe PLUS";

    /// <summary>The texts of a referral; none when the portal tells the actor by itself.</summary>
    /// <param name="facts">Facts of requests.</param>
    /// <param name="request">The request.</param>
    /// <param name="referral">Its referral.</param>
    /// <param name="answer">What the last question of the actor was answered; null when nothing.</param>
    /// <param name="today">Paris day.</param>
    public static IReadOnlyList<HandText> Of(DeclaredFacts facts, OrientationRequest request, Referral referral, string? answer, DateOnly today)
    {
        if (referral is not { IsByHand: true, WasTold: true } || request.AnonymisedAt is not null) return [];
        var reference = request.Reference;
        var first = new HandText("envoi", "Premier envoi", NeutralSummary.ForHandTransmission(facts, request, referral));
        var reminder = new HandText("relance", "Relance", $"{Greeting}La demande {reference} que nous vous avons transmise attend votre réponse{By(referral.ExpiresOn)}. "
            + $"Pouvez-vous nous dire si vous la prenez, à partir de quand, ou si ce n’est pas pour vous\u00A0? Un refus nous aide aussi.{Farewell}");
        HandText[] answered = answer is null ? [] : [new("reponse", "Réponse à sa question", $"{Greeting}Voici la réponse à votre question sur la demande {reference}\u00A0:\n\n{answer}\n\nPouvez-vous nous dire{By(referral.ExpiresOn)} si vous la prenez\u00A0?{Farewell}")];
        var isLate = referral.ReminderDueOn <= today;
        return referral.Status switch
        {
            ReferralStatus.Sent when answered is [var now] => [now, reminder, first],
            ReferralStatus.Sent => isLate ? [reminder, first] : [first, reminder],
            ReferralStatus.InformationRequested or ReferralStatus.DateOffered => [first],
            ReferralStatus.Expired => [reminder, first],
            ReferralStatus.Accepted => [new("accord", "Après son accord, avec les coordonnées", Accepted(facts, request, referral))],
            ReferralStatus.Cancelled => [new("retrait", "Retrait", $"{Greeting}La demande {reference} que nous vous avions transmise est retirée\u00A0: la structure n’en a plus besoin, ou nous la suivons autrement. "
                + $"Si vous l’aviez commencée, merci de vous arrêter là, et de supprimer ce que vous en avez gardé.{Farewell}")],
            ReferralStatus.Proposed or ReferralStatus.Declined or ReferralStatus.Completed => [],
        };
    }

    private static string Accepted(DeclaredFacts facts, OrientationRequest request, Referral referral)
    {
        var person = facts.RowsFor(FactReaders.ActorAccepted, FactSource.Of(request)).Where(row => row.Section == FactSection.Person);
        return $"{Greeting}Merci de vous occuper de la demande {request.Reference}. Voici qui contacter{By(referral.FirstContactDueOn)}\u00A0:\n\n"
            + string.Join("\n", person.Select(row => $"{row.Label}\u00A0: {row.Value.Replace("\n", ", ", StringComparison.Ordinal)}"))
            + $"\n\nDites-nous ensuite quand vous l’avez eue, puis ce qu’il en est résulté.{Farewell}";
    }

    private static string By(DateOnly? day) => day is { } due ? $", au plus tard le {due.InWords}" : "";
}
