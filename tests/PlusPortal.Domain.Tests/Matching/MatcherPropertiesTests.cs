using System.Globalization;
using System.Text.Json;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Matching.Catalog;
using PlusPortal.Domain.Matching.Rules;
using PlusPortal.Domain.Matching.Search;
using PlusPortal.Domain.Territory;

namespace PlusPortal.Domain.Tests.Matching;

/// <summary>What must hold for offers with every kind of condition, coverage and state, and for any request.</summary>
public sealed class MatcherPropertiesTests
{
    private static IEnumerable<int> Seeds => Enumerable.Range(1, 60);

    [Fact]
    public void The_order_of_the_offers_changes_nothing() => Assert.All(Seeds, seed =>
    {
        var random = new Random(seed);
        var generated = new Generated(random);
        var (request, offers) = (generated.Request(), generated.Offers(120));
        var shuffled = offers.ToArray();
        random.Shuffle(shuffled);

        Assert.Equal(Bytes(Match(request, offers)), Bytes(Match(request, shuffled)));
    });

    [Fact]
    public void An_offer_that_is_not_eligible_changes_nothing_for_the_others() => Assert.All(Seeds, seed =>
    {
        var generated = new Generated(new Random(seed));
        var (request, offers) = (generated.Request(), generated.Offers(80));
        var others = Enumerable.Range(0, 40).Select(number => generated.Offer(5_000 + number, 5_000 + number)).ToList();
        var failing = Match(request, others).Excluded.Where(exclusion => exclusion.FailedCriteria > 0).Select(exclusion => exclusion.OfferId).ToHashSet();
        var ineligible = others.FindAll(offer => failing.Contains(offer.OfferId));

        var before = Match(request, offers);
        var after = Match(request, [.. offers, .. ineligible]);

        Assert.NotEmpty(ineligible);
        Assert.Equal(Bytes(before.Proposals), Bytes(after.Proposals));
        Assert.Equal(Bytes(before.Excluded), Bytes(after.Excluded.Where(exclusion => ineligible.TrueForAll(offer => offer.ActorId != exclusion.ActorId))));
        Assert.Equal(before.Excluded.Count + ineligible.Count, after.Excluded.Count);
    });

    [Fact]
    public void Widening_the_coverage_never_makes_an_offer_fail_more() => Assert.All(Seeds, seed =>
    {
        var random = new Random(seed);
        var generated = new Generated(random);
        var request = generated.Request();
        CoverageZone[] more = [new(TerritoryLevel.Commune, request.Place.Commune), new(TerritoryLevel.Departement, "13"), new(TerritoryLevel.France, CoverageZone.FranceCode)];
        var offers = Enumerable.Range(1, 30).Select(number => generated.Offer(number, number)).ToList();
        var added = offers.Select((offer, place) => Given.Elsewhere(1_000 + place, offer, [.. offer.Content.Coverage, more[random.Next(3)]])).ToList();
        var filled = offers.Select((offer, place) => Given.Elsewhere(2_000 + place, offer, [.. offer.Content.Coverage.Where(zone => !zone.IsExcluded)])).ToList();

        // All in one catalogue, so that the index finds each of them among the others.
        var result = Match(request, [.. offers, .. added, .. filled]);
        var failures = result.Excluded.ToDictionary(exclusion => exclusion.OfferId, exclusion => exclusion.FailedCriteria);

        Assert.Contains(offers, offer => FailuresOf(offer) > 0);
        for (var place = 0; place < offers.Count; place++)
        {
            Assert.InRange(FailuresOf(added[place]), 0, FailuresOf(offers[place]));
            Assert.InRange(FailuresOf(filled[place]), 0, FailuresOf(offers[place]));
        }

        int FailuresOf(CatalogOffer offer) => failures.GetValueOrDefault(offer.OfferId);
    });

    [Fact]
    public void Every_actor_appears_once_with_its_reasons() => Assert.All(Seeds, seed =>
    {
        var generated = new Generated(new Random(seed));
        var (request, offers) = (generated.Request(), generated.Offers(150));
        var rules = MatchingRules.Current with { MaxProposals = 1_000 };

        var result = MatchingService.Match(request, new OfferCatalog(offers), rules, Given.Today);

        var named = result.Proposals.Select(proposal => proposal.ActorId).Concat(result.Excluded.Select(exclusion => exclusion.ActorId)).Order();
        Assert.Equal(offers.Select(offer => offer.ActorId).Distinct().Order(), named);
        Assert.All(result.Proposals, proposal => Assert.All(proposal.Reasons, reason => Assert.False(string.IsNullOrWhiteSpace(reason.Text), reason.Criterion)));
        Assert.All(result.Proposals, proposal => Assert.Equal(proposal.Score, proposal.Reasons.Sum(reason => reason.Points)));
        Assert.All(result.Excluded, exclusion => Assert.False(string.IsNullOrWhiteSpace(exclusion.Text), exclusion.Criterion));
    });

    [Theory]
    [InlineData("fr-FR")]
    [InlineData("en-US")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    public void The_language_of_the_machine_changes_no_byte(string culture)
    {
        var usual = CultureInfo.CurrentCulture;
        var expected = Enumerable.Range(1, 20).Select(ResultOf).ToList();
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

            Assert.Equal(expected, Enumerable.Range(1, 20).Select(ResultOf));
        }
        finally
        {
            CultureInfo.CurrentCulture = usual;
        }
    }

    [Fact]
    public async Task Requests_matched_at_the_same_time_give_the_same_bytes()
    {
        var generated = new Generated(new Random(11));
        var catalog = new OfferCatalog(generated.Offers(400));
        var requests = Enumerable.Range(0, 50).Select(_ => generated.Request()).ToList();
        var expected = requests.ConvertAll(request => Bytes(MatchingService.Match(request, catalog, null, Given.Today)));

        var together = await Task.WhenAll(Enumerable.Range(0, 200).Select(number => Task.Run(() => Bytes(MatchingService.Match(requests[number % 50], catalog, null, Given.Today)))));

        Assert.All(together.Index(), result => Assert.Equal(expected[result.Index % 50], result.Item));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(8)]
    public void Equals_are_first_about_equally_often_in_a_year(int equals)
    {
        var catalog = new OfferCatalog(Enumerable.Range(1, equals).Select(number => Given.Offer(number)));

        var firsts = Enumerable.Range(0, 365)
            .Select(day => MatchingService.Match(Given.Request(), catalog, null, Given.Today.AddDays(day)).Proposals[0].ActorId)
            .CountBy(actor => actor)
            .Select(actor => actor.Value)
            .ToList();

        // Four standard deviations of a fair draw.
        var (fair, tolerance) = (365.0 / equals, 4 * Math.Sqrt(365.0 / equals * (1 - (1.0 / equals))));
        Assert.Equal(equals, firsts.Count);
        Assert.All(firsts, count => Assert.InRange(count, fair - tolerance, fair + tolerance));
    }

    private static string ResultOf(int seed)
    {
        var generated = new Generated(new Random(seed));
        return Bytes(Match(generated.Request(), generated.Offers(60)));
    }

    private static MatchResult Match(MatchingCriteria request, IEnumerable<CatalogOffer> offers) => MatchingService.Match(request, new OfferCatalog(offers), MatchingRules.Current, Given.Today);

    private static string Bytes<T>(T value) => JsonSerializer.Serialize(value);
}
