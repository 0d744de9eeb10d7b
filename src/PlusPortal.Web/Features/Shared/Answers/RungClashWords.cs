using PlusPortal.Domain.Requests.Ladder;
using PlusPortal.Web.Labels;
using PlusPortal.Web.Labels.Clock;

namespace PlusPortal.Web.Features.Shared.Answers;

/// <summary>What stands in the way of a rung, and what to do.</summary>
public static class RungClashWords
{
    /// <summary>It was noted before: a second click, or the back button.</summary>
    public const string Already = "C’était déjà noté\u00A0: rien n’a changé.";

    /// <summary>A reason stands beside a need that is dealt with.</summary>
    public const string ReasonAlone = "Une raison ne va qu’avec «\u00A0besoin non traité\u00A0»\u00A0: choisissez cette réponse, ou remettez «\u00A0Choisir une raison\u00A0».";

    /// <summary>« Vous avez noté « premier contact fait » le mardi 3 mars 2026. Si c’était une erreur, retirez-le d’abord… », to the side itself.</summary>
    public static string Of(StandingRung standing) => Of(standing, "Vous avez", "retirez-le d’abord, sur la page de la demande");

    /// <summary>The same to staff, who note what a side says.</summary>
    public static string ForStaff(StandingRung standing) => standing.Clash == RungClash.Noted ? $"«\u00A0{RungWords.Of(standing.Rung)}\u00A0» est déjà noté, le {standing.On.InWords}\u00A0: il n’y a rien à faire." : Of(
        standing, standing.Side == LadderSide.Actor ? "L’acteur a déjà" : "La structure a déjà", "elle est retirée d’abord, par vous si l’équipe l’avait notée, sinon par qui l’a notée");

    private static string Of(StandingRung standing, string who, string takeBack) =>
        $"{who} noté «\u00A0{RungWords.Of(standing.Rung)}\u00A0» le {standing.On.InWords}. Si c’était une erreur, {takeBack}\u00A0; sinon, {AdviceFor(standing.Clash)}.";

    private static string AdviceFor(RungClash clash) => clash switch
    {
        RungClash.Noted => "il n’y a rien à faire",
        RungClash.UnreachableOnceReached or RungClash.OtherOutcome => "choisissez un jour après celui-là",
        RungClash.SecondFirstContact => "notez «\u00A0l’accompagnement continue\u00A0»",
        RungClash.ContactAfterHelp => "choisissez ce jour-là, ou un jour avant",
        RungClash.HelpBeforeContact => "choisissez ce jour-là, ou un jour après",
    };
}
