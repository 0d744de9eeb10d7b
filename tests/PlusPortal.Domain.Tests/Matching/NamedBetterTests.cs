using System.Text.Json;
using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Matching.Catalog;
using PlusPortal.Domain.Matching.Rules;
using PlusPortal.Domain.Matching.Search;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Tests.Matching;

/// <summary>What others say of an actor counts only once staff gave it a weight, and then within bounds.</summary>
public sealed class NamedBetterTests
{
    private const int Weight = 6;

    [Fact]
    public void Without_weight_a_result_is_the_same_to_the_byte()
    {
        CatalogOffer[] offers = [Given.Offer(1), Named(2, [Themes.ModeleEconomique]), Given.Offer(3)];
        CatalogOffer[] unnamed = [.. offers.Select(offer => offer.WithHistory(offer.History with { NamedFor = BetterPlaced.None }))];

        var result = Match(offers, 0);

        Assert.Equal(Bytes(Match(unnamed, 0)), Bytes(result));
        Assert.DoesNotContain(result.Proposals.SelectMany(proposal => proposal.Reasons), reason => reason.Criterion == Criteria.NamedBetter);
        Assert.Equal(0, MatchingRules.Current.NamedBetter);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 2)]
    [InlineData(2, 4)]
    [InlineData(3, 6)]
    [InlineData(50, 6)]
    public void Each_actor_that_names_it_brings_a_third_of_the_weight_at_most_all(int by, int points)
    {
        var offer = Named(1, [.. Enumerable.Repeat(Themes.ModeleEconomique, by)]);

        var reason = Match([offer], Weight).Proposals.Single().Reasons.Single(reason => reason.Criterion == Criteria.NamedBetter);

        Assert.Equal(points, reason.Points);
        Assert.Equal(by == 0 ? Outcome.Unknown : Outcome.Met, reason.Outcome);
        Assert.Equal(
            by switch
            {
                0 => "Aucun acteur ne l'a nommé mieux placé pour une demande d'un même thème.",
                1 => "Un autre acteur l'a nommé mieux placé pour une demande d'un même thème.",
                _ => $"{by} autres acteurs l'ont nommé mieux placé pour des demandes d'un même thème.",
            },
            reason.Text);
        Assert.True(Criteria.IsForStaff(reason.Criterion));
    }

    [Fact]
    public void Another_theme_brings_nothing() =>
        Assert.Equal(0, Match([Named(1, [Themes.NumeriqueCommunication])], Weight).Proposals.Single().Reasons.Single(reason => reason.Criterion == Criteria.NamedBetter).Points);

    [Fact]
    public void The_order_of_those_who_name_does_not_matter()
    {
        var (one, other) = (BetterPlaced.By([[Themes.ModeleEconomique], [Themes.NumeriqueCommunication]]), BetterPlaced.By([[Themes.NumeriqueCommunication], [Themes.ModeleEconomique]]));

        Assert.Equal(one, other);
        Assert.NotEqual(one, BetterPlaced.None);
        Assert.Equal(BetterPlaced.None, BetterPlaced.By([["inconnu"]]));
    }

    [Fact]
    public void The_better_placed_goes_first_among_equals()
    {
        var first = Match([Given.Offer(1), Given.Offer(2)], Weight).Proposals[1].ActorId;
        CatalogOffer[] offers = [.. new[] { Given.Offer(1), Given.Offer(2) }.Select(offer => offer.ActorId == first ? Naming(offer, [Themes.ModeleEconomique]) : offer)];

        Assert.Equal(first, Match(offers, Weight).Proposals[0].ActorId);
    }

    private static CatalogOffer Named(int number, string[] themes) => Naming(Given.Offer(number), themes);

    private static CatalogOffer Naming(CatalogOffer offer, string[] themes) => offer.WithHistory(offer.History with { NamedFor = BetterPlaced.By(themes.Select(theme => new[] { theme })) });

    private static MatchResult Match(CatalogOffer[] offers, int weight) =>
        MatchingService.Match(Given.Request(), new OfferCatalog(offers), MatchingRules.Current with { NamedBetter = weight }, Given.Today);

    private static byte[] Bytes(MatchResult result) => JsonSerializer.SerializeToUtf8Bytes(result);
}
