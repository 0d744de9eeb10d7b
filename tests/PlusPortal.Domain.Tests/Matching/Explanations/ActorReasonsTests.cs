using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Matching.Explanations;
using PlusPortal.Domain.Matching.Rules;
using PlusPortal.Domain.Matching.Search;
using PlusPortal.Domain.Territory;

namespace PlusPortal.Domain.Tests.Matching.Explanations;

/// <summary>Why an actor is proposed, or why not.</summary>
public sealed class ActorReasonsTests
{
    [Fact]
    public void An_actor_far_down_has_its_rank_and_its_points()
    {
        var offers = Enumerable.Range(1, 30).Select(number => Given.Offer(number)).ToList();
        var catalog = new OfferCatalog(offers);
        var last = MatchingService.Match(Given.Request(), catalog, MatchingRules.Current with { MaxProposals = 30 }, Given.Today).Proposals[^1];

        var reasons = ActorReasons.Of(Given.Request(), catalog, MatchingRules.Current, Given.Today, last.ActorId)!;

        Assert.Equal((30, last.Score), (reasons.Proposal!.Rank, reasons.Proposal.Score));
        Assert.Null(reasons.Exclusion);
        Assert.Empty(Assert.Single(reasons.Offers).Failed);
    }

    [Fact]
    public void An_excluded_actor_shows_every_condition_that_fails_for_each_offer()
    {
        var content = Given.Content() with { Coverage = [new CoverageZone(TerritoryLevel.Epci, Given.Metz.Epci!)], Eligibility = new Eligibility { HeadcountMinFte = 10 } };
        var far = Given.Offer(1, content);
        var near = Given.Offer(2, content with { Eligibility = new Eligibility() }, source => source with { ActorId = far.ActorId });

        var reasons = ActorReasons.Of(Given.Request(), new OfferCatalog([far, near, Given.Offer(3)]), MatchingRules.Current, Given.Today, far.ActorId)!;

        Assert.Null(reasons.Proposal);
        Assert.Equal("Il s'en faut de l'intercommunalité (EPCI).", reasons.Exclusion!.Lacking);
        Assert.Equal([Criteria.Territory, Criteria.Headcount], reasons.Offers.Single(offer => offer.OfferId == far.OfferId).Failed.Select(condition => condition.Criterion));
        Assert.Equal([Criteria.Territory], reasons.Offers.Single(offer => offer.OfferId == near.OfferId).Failed.Select(condition => condition.Criterion));
    }

    [Fact]
    public void An_actor_without_public_offer_has_no_reasons() =>
        Assert.Null(ActorReasons.Of(Given.Request(), new OfferCatalog([Given.Offer(1)]), MatchingRules.Current, Given.Today, Given.Id(9)));
}
