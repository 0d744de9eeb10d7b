using PlusPortal.Domain.Matching.Rules;
using PlusPortal.Testing.Builders;

namespace PlusPortal.Domain.Tests.Matching.Rules;

/// <summary>A version of the rules from its proposal to its end.</summary>
public sealed class RulesVersionTests
{
    private static readonly Guid Somebody = Guid.CreateVersion7(A.Now);
    private static readonly IReadOnlyDictionary<string, int> Values = RuleWeights.ValuesOf(MatchingRules.Current);

    [Fact]
    public void Publishing_a_draft_retires_the_version_in_force()
    {
        var first = Shipped();
        var draft = Draft(2, first);

        draft.Publish(first, Somebody, A.Now.AddHours(1));

        Assert.Equal((RulesState.Retired, A.Now.AddHours(1)), (first.State, first.EndedAt));
        Assert.Equal((RulesState.Published, A.Now.AddHours(1), Somebody), (draft.State, draft.PublishedAt, draft.DecidedById));
        Assert.Equal((2, 30), (draft.ToRules().Version, draft.ToRules().NearEpci));
    }

    [Fact]
    public void A_draft_written_against_older_rules_is_refused()
    {
        var first = Shipped();
        var (quick, slow) = (Draft(2, first), Draft(3, first));
        quick.Publish(first, Somebody, A.Now);

        Assert.Equal(RuleCode.RulesConflict, Broken(() => slow.Publish(quick, Somebody, A.Now)));
        Assert.Equal((RulesState.Draft, RulesState.Published), (slow.State, quick.State));
    }

    [Fact]
    public void What_is_decided_is_decided()
    {
        var first = Shipped();
        var (published, discarded) = (Draft(2, first), Draft(3, first));
        published.Publish(first, Somebody, A.Now);
        discarded.Discard(Somebody, A.Now);

        foreach (var decided in new[] { first, published, discarded })
        {
            Assert.Equal(RuleCode.RulesAlreadyDecided, Broken(() => decided.Discard(Somebody, A.Now)));
            Assert.Equal(RuleCode.RulesAlreadyDecided, Broken(() => decided.Publish(published, Somebody, A.Now)));
        }
    }

    [Fact]
    public void A_proposal_needs_a_reason_and_values_within_their_bounds()
    {
        Assert.Equal(RuleCode.ReasonRequired, Broken(() => RulesVersion.Propose(2, Shipped(), Values, " ", Somebody, A.Now)));
        Assert.Equal(RuleCode.UnknownCode, Broken(() => RulesVersion.Propose(2, Shipped(), With(nameof(MatchingRules.NearEpci), 51), "Essai.", Somebody, A.Now)));
    }

    private static RulesVersion Shipped() => RulesVersion.Ship(1, inForce: null, Values, "Valeurs livrées.", A.Now);

    private static RulesVersion Draft(int number, RulesVersion inForce) => RulesVersion.Propose(number, inForce, With(nameof(MatchingRules.NearEpci), 30), "Les voisins d'abord.", Somebody, A.Now);

    private static Dictionary<string, int> With(string name, int value) => new(Values) { [name] = value };

    private static RuleCode Broken(Action act) => Assert.Throws<DomainRuleException>(act).Code;
}
