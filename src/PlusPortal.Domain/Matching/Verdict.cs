namespace PlusPortal.Domain.Matching;

/// <summary>What one criterion says of one offer. The sentence is written only when somebody will read it.</summary>
/// <param name="Outcome">Met, unmet or unknown.</param>
/// <param name="Points">Points added or removed; 0 for hard criteria met or unmet.</param>
/// <param name="Text">Writes the French sentence.</param>
internal readonly record struct Verdict(Outcome Outcome, int Points, Func<string> Text)
{
    public static Verdict Met(Func<string> text, int points = 0) => new(Outcome.Met, points, text);

    public static Verdict Unmet(Func<string> text, int points = 0) => new(Outcome.Unmet, points, text);

    public static Verdict Unknown(Func<string> text, int points = 0) => new(Outcome.Unknown, points, text);
}

/// <summary>A criterion: its stable code and how it judges an offer.</summary>
internal sealed record Criterion(string Code, Func<MatchingContext, CatalogOffer, Verdict> Judge);
