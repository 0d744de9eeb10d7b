namespace PlusPortal.Domain.Matching.Rules;

/// <summary>What staff read about one number of <see cref="MatchingRules"/>, and the bounds within which they may change it.</summary>
/// <param name="Name">Name of the property; also its name at rest: add, never rename.</param>
/// <param name="Group">Heading under which it is shown, in French.</param>
/// <param name="Label">French label, unique among all.</param>
/// <param name="Help">One French sentence: what it does.</param>
/// <param name="Least">Least value.</param>
/// <param name="Most">Greatest value.</param>
public sealed record RuleWeight(string Name, string Group, string Label, string Help, int Least, int Most)
{
    /// <summary>Whether the value is within the bounds.</summary>
    public bool Accepts(int value) => value >= Least && value <= Most;

    /// <summary>Value of this weight in some rules.</summary>
    public int ValueIn(MatchingRules rules) => (int)RuleWeights.Property(Name).GetValue(rules)!;
}
