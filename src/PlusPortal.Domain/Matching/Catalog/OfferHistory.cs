namespace PlusPortal.Domain.Matching.Catalog;

/// <summary>What happened when an offer was asked before: counts only, as they were when the catalogue was loaded.</summary>
/// <param name="Accepted">Referrals accepted, whatever came of them.</param>
/// <param name="NotFitting">Referrals declined for a reason that questions the match: competence, territory, form, size, stage, or a better placed actor. A lack of capacity or a late answer says nothing of the match and is not counted.</param>
/// <param name="NamedBetter">Times another actor named this one as better placed.</param>
public sealed record OfferHistory(int Accepted, int NotFitting, int NamedBetter)
{
    /// <summary>Answers that an offer is credited with before its own count for as much: few answers move little.</summary>
    private const int Prior = 6;

    /// <summary>Nothing happened yet.</summary>
    public static OfferHistory None { get; } = new(0, 0, 0);

    /// <summary>For which themes those actors named it.</summary>
    public BetterPlaced NamedFor { get; init; } = BetterPlaced.None;

    /// <summary>Points between minus the cap and the cap: smoothed share of the accepted, and what other actors said.</summary>
    public int Points(int cap)
    {
        var answers = Accepted + NotFitting;
        var own = cap * (Accepted - NotFitting) / (answers + Prior);
        return Math.Clamp(own + Math.Min(NamedBetter, cap / 2), -cap, cap);
    }
}
