using PlusPortal.Domain.Requests.Ladder;
using PlusPortal.Web.Labels.Clock;

namespace PlusPortal.Web.Labels;

/// <summary>A rung in the story: whoever reads it sees which side said so.</summary>
public static class RungTold
{
    /// <summary>For staff: who noted it, and where staff did, from whom they had it.</summary>
    public static string ForStaff(TimelineFacts e) => (e.IsByStaff, e.Side) switch
    {
        (true, LadderSide.Structure) => $"{e.Who} a noté pour {e.Actor}, d’après la structure\u00A0: {RungWords.Of(e.ReasonCode)}.",
        (true, LadderSide.Actor) => $"{e.Who} a noté pour {e.Actor}, d’après cet acteur\u00A0: {RungWords.Of(e.ReasonCode)}.",
        _ => $"{e.Who} a noté{(e.IsByStaff || e.Who != e.Actor ? $" pour {e.Actor}" : "")}\u00A0: {RungWords.Of(e.ReasonCode)}.",
    };

    /// <summary>For the structure.</summary>
    public static string ForStructure(TimelineFacts e) => e switch
    {
        { IsByStructure: true } => $"Vous avez noté, pour {e.Actor}\u00A0: {RungWords.Of(e.ReasonCode)}.",
        { IsByStaff: true, Side: LadderSide.Structure } => $"L’équipe PLUS a noté pour {e.Actor}, d’après vous\u00A0: {RungWords.Of(e.ReasonCode)}.",
        { IsByStaff: true, Side: LadderSide.Actor } => $"L’équipe PLUS a noté, d’après {e.Actor}\u00A0: {RungWords.Of(e.ReasonCode)}.",
        { IsByStaff: true } => $"L’équipe PLUS a noté, pour {e.Actor}\u00A0: {RungWords.Of(e.ReasonCode)}.",
        _ => $"{e.Actor} a noté\u00A0: {RungWords.Of(e.ReasonCode)}.",
    };
}
