using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Matching.Explanations;
using PlusPortal.Domain.Matching.Rules;
using PlusPortal.Domain.Matching.Search;

namespace PlusPortal.Domain.Tests.Matching.Explanations;

/// <summary>The few reasons that a structure and a partner read.</summary>
public sealed class StrongestReasonsTests
{
    [Fact]
    public void The_reasons_that_brought_most_points_come_first_and_four_are_kept()
    {
        var reasons = StrongestReasons.Of([Met(Criteria.Territory), Met(Criteria.Text, 3), Met(Criteria.Themes, 20), Met(Criteria.Sector, 12), Met(Criteria.SubStage, 5), Met(Criteria.Audience, 8)]);

        Assert.Equal([Criteria.Themes, Criteria.Sector, Criteria.Audience, Criteria.SubStage], reasons.Select(reason => reason.Criterion));
    }

    [Fact]
    public void How_other_requests_ended_is_never_among_them()
    {
        var reasons = StrongestReasons.Of([Met(Criteria.History, 30), Met(Criteria.Stage), Met(Criteria.Text, 3)]);

        Assert.Equal([Criteria.Text, Criteria.Stage], reasons.Select(reason => reason.Criterion));
    }

    [Fact]
    public void Telling_conditions_complete_them_and_the_place_is_said_once()
    {
        var near = StrongestReasons.Of([Met(Criteria.Territory), Met(Criteria.Stage), Met(Criteria.LegalForm), Met(Criteria.Nearness, 10)]);
        var far = StrongestReasons.Of([Met(Criteria.Territory), Met(Criteria.Stage), Met(Criteria.Themes, 10)]);

        Assert.Equal([Criteria.Nearness, Criteria.Stage, Criteria.LegalForm], near.Select(reason => reason.Criterion));
        Assert.Equal([Criteria.Themes, Criteria.Territory, Criteria.Stage], far.Select(reason => reason.Criterion));
    }

    [Fact]
    public void What_is_not_met_is_no_reason()
    {
        var reasons = StrongestReasons.Of(
        [
            new CriterionOutcome(Criteria.Territory, Outcome.Met, 0, "Intervient ici."),
            new CriterionOutcome(Criteria.Themes, Outcome.Unmet, -5, "Ne traite pas ce thème."),
            new CriterionOutcome(Criteria.Employer, Outcome.Unknown, 0, "À vérifier."),
        ]);

        Assert.Equal(Criteria.Territory, Assert.Single(reasons).Criterion);
        Assert.Empty(StrongestReasons.Of([]));
    }

    [Fact]
    public void Every_proposal_has_two_to_four()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var generated = new Generated(new Random(seed));

            var proposals = MatchingService.Match(generated.Request(), new OfferCatalog(generated.Offers(40)), MatchingRules.Current, Given.Today).Proposals;

            Assert.All(proposals, proposal => Assert.InRange(StrongestReasons.Of(proposal.Reasons).Count, 2, StrongestReasons.Most));
        }
    }

    private static CriterionOutcome Met(string criterion, int points = 0) => new(criterion, Outcome.Met, points, "Une raison.");
}
