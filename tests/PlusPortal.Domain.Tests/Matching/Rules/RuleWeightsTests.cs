using PlusPortal.Domain.Matching.Rules;

namespace PlusPortal.Domain.Tests.Matching.Rules;

/// <summary>Every number of the rules is described for those who edit it.</summary>
public sealed class RuleWeightsTests
{
    public static TheoryData<string> Names => [.. RuleWeights.All.Select(weight => weight.Name)];

    [Fact]
    public void Every_property_of_the_rules_but_the_version_has_one_description()
    {
        var properties = typeof(MatchingRules).GetProperties().Where(property => property.CanWrite && property.Name != nameof(MatchingRules.Version)).ToList();

        Assert.All(properties, property => Assert.Equal(typeof(int), property.PropertyType));
        Assert.Equal(properties.Select(property => property.Name).Order(), RuleWeights.All.Select(weight => weight.Name).Order());
    }

    [Fact]
    public void Labels_and_sentences_are_each_for_one_weight_only()
    {
        Assert.Equal(RuleWeights.All.Count, RuleWeights.All.Select(weight => weight.Label).Distinct(StringComparer.CurrentCultureIgnoreCase).Count());
        Assert.Equal(RuleWeights.All.Count, RuleWeights.All.Select(weight => weight.Help).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_weight_is_worded_and_its_shipped_value_is_within_its_bounds(string name)
    {
        var weight = RuleWeights.Find(name)!;

        Assert.Matches(@"^\p{Lu}.{3,59}$", weight.Label);
        Assert.Matches(@"^\p{Lu}.{15,}\.$", weight.Help);
        Assert.NotEmpty(weight.Group);
        Assert.True(weight.Least < weight.Most);
        Assert.True(weight.Accepts(weight.ValueIn(MatchingRules.Current)), $"{name} is {weight.ValueIn(MatchingRules.Current)}");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_stored_value_reaches_the_rules_and_nothing_else_moves(string name)
    {
        var weight = RuleWeights.Find(name)!;
        var value = weight.ValueIn(MatchingRules.Current) == weight.Most ? weight.Least : weight.Most;

        var rules = RuleWeights.ToRules(7, new Dictionary<string, int> { [name] = value, ["NoLongerKnown"] = 3 });

        Assert.Equal(7, rules.Version);
        Assert.Equal(new RuleDifference(weight, weight.ValueIn(MatchingRules.Current), value), Assert.Single(RuleWeights.Between(MatchingRules.Current, rules)));
        Assert.Equal(rules, RuleWeights.ToRules(7, RuleWeights.ValuesOf(rules)));
    }
}
