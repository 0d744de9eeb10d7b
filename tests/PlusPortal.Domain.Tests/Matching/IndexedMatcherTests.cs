using System.Text.Json;
using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Matching.Rules;
using PlusPortal.Domain.Matching.Scoring;
using PlusPortal.Domain.Matching.Search;

namespace PlusPortal.Domain.Tests.Matching;

/// <summary>The index only saves work: whatever the request and the catalogue, the result is the one that judging every offer gives.</summary>
public sealed class IndexedMatcherTests
{
    private static IEnumerable<int> Seeds => Enumerable.Range(1, 200);

    [Fact]
    public void The_index_finds_what_a_plain_loop_finds() => Assert.All(Seeds, seed =>
    {
        var random = new Random(seed);
        var generated = new Generated(random);
        var offers = generated.Offers(random.Next(1, seed % 20 == 0 ? 1_500 : 150));
        var catalog = new OfferCatalog(offers);
        var rules = MatchingRules.Current with { MaxExclusions = random.Next(2) == 0 ? MatchingRules.Current.MaxExclusions : 7 };

        for (var number = 0; number < 5; number++)
        {
            var request = generated.Request();

            var indexed = MatchingService.Match(request, catalog, rules, Given.Today);

            Assert.Equal(JsonSerializer.Serialize(PlainMatcher.Match(request, offers, rules, Given.Today)), JsonSerializer.Serialize(indexed));
        }
    });

    [Fact]
    public void The_generated_requests_meet_every_hard_criterion_and_both_kinds_of_result()
    {
        var generated = new Generated(new Random(1));
        var catalog = new OfferCatalog(generated.Offers(1_500));
        var rules = MatchingRules.Current with { MaxExclusions = 1_500 };
        var results = Enumerable.Range(0, 60).Select(_ => MatchingService.Match(generated.Request(), catalog, rules, Given.Today)).ToList();

        var failed = results.SelectMany(result => result.Excluded).Select(exclusion => exclusion.Criterion).ToHashSet();

        Assert.Superset(HardCriteria.All.Select(criterion => criterion.Code).ToHashSet(), failed);
        Assert.Contains(results, result => result.Proposals.Count == rules.MaxProposals);
    }

    [Fact]
    public void An_empty_catalogue_gives_an_empty_result()
    {
        var result = MatchingService.Match(Given.Request(), OfferCatalog.Empty, null, Given.Today);

        Assert.Empty(result.Proposals);
        Assert.Empty(result.Excluded);
    }

    [Fact]
    public void Judging_an_offer_allocates_nothing()
    {
        var generated = new Generated(new Random(3));
        var request = Given.Request() with { Themes = [], Stage = null };
        var small = new OfferCatalog(generated.Offers(500));
        var large = new OfferCatalog(generated.Offers(5_000));

        var growth = AllocatedBy(request, large) - AllocatedBy(request, small);

        // Ten times the matches: what is allocated for each of the 4,500 more offers must be next to nothing.
        Assert.InRange(growth, long.MinValue, 25_000);
    }

    private static long AllocatedBy(MatchingCriteria request, OfferCatalog catalog)
    {
        for (var warm = 0; warm < 3; warm++) MatchingService.Match(request, catalog, null, Given.Today);
        var before = GC.GetAllocatedBytesForCurrentThread();
        MatchingService.Match(request, catalog, null, Given.Today);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
