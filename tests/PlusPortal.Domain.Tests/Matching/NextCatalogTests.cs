using System.Text.Json;
using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Matching.Catalog;
using PlusPortal.Domain.Matching.Search;

namespace PlusPortal.Domain.Tests.Matching;

/// <summary>A snapshot made from the former one and what changed is the one that would be made in full.</summary>
public sealed class NextCatalogTests
{
    private static IEnumerable<int> Seeds => Enumerable.Range(1, 25);

    [Fact]
    public void After_any_changes_the_next_snapshot_gives_what_a_full_one_gives() => Assert.All(Seeds, seed =>
    {
        var random = new Random(seed);
        var generated = new Generated(random);
        // Around 512 offers a set of offers takes one word more or less.
        var offers = generated.Offers(seed <= 2 ? 510 : random.Next(1, 80)).ToDictionary(offer => offer.OfferId);
        var catalog = new OfferCatalog(offers.Values);
        for (var step = 0; step < 30; step++)
        {
            var (gone, come) = Change(random, generated, offers);
            foreach (var offer in gone) offers.Remove(offer.OfferId);
            foreach (var offer in come) offers.Add(offer.OfferId, offer);

            catalog = catalog.Next(gone, come);

            var request = generated.Request();
            Assert.Equal(Bytes(request, new OfferCatalog(offers.Values)), Bytes(request, catalog));
        }

        Assert.Equal(new OfferCatalog(offers.Values).Offers, catalog.Offers);
    });

    [Fact]
    public void A_snapshot_in_use_does_not_change_under_its_readers()
    {
        var generated = new Generated(new Random(8));
        var offers = generated.Offers(200);
        var catalog = new OfferCatalog(offers);
        var requests = Enumerable.Range(0, 10).Select(_ => generated.Request()).ToList();
        var before = requests.ConvertAll(request => Bytes(request, catalog));

        catalog.Next(offers.Take(50), [.. offers.Take(20).Select((offer, number) => generated.Offer(number + 1, 3)), generated.Offer(900, 900)]);

        Assert.Equal(before, requests.ConvertAll(request => Bytes(request, catalog)));
        Assert.Equal(before, requests.ConvertAll(request => Bytes(request, new OfferCatalog(offers))));
    }

    [Fact]
    public void Nothing_changed_is_the_same_snapshot_again()
    {
        var generated = new Generated(new Random(9));
        var catalog = new OfferCatalog(generated.Offers(50));

        Assert.Equal(catalog.Offers, catalog.Next([], []).Offers);
        Assert.Equal(OfferCatalog.Empty.Offers, catalog.Next(catalog.Offers, []).Offers);
        Assert.Equal(catalog.Offers, OfferCatalog.Empty.Next([], catalog.Offers).Offers);
    }

    /// <summary>Some offers change in place, some move under another actor's name, some leave, some are new.</summary>
    private static (List<CatalogOffer> Gone, List<CatalogOffer> Come) Change(Random random, Generated generated, Dictionary<Guid, CatalogOffer> offers)
    {
        var gone = offers.Values.OrderBy(offer => offer.OfferId).Where(_ => random.Next(12) == 0).Take(random.Next(1, 8)).ToList();
        List<CatalogOffer> come = [];
        foreach (var offer in gone)
        {
            if (random.Next(4) == 0) continue;
            come.Add(random.Next(2) == 0 ? Given.Copy(offer, generated.Content()) : generated.Offer(BitConverter.ToInt32(offer.OfferId.ToByteArray()) - 100_000, random.Next(1, 60)));
        }

        if (random.Next(3) == 0) come.Add(generated.Offer(random.Next(10_000, 1_000_000), random.Next(1, 60)));
        return (gone, come);
    }

    private static string Bytes(MatchingCriteria request, OfferCatalog catalog) => JsonSerializer.Serialize(MatchingService.Match(request, catalog, null, Given.Today));
}
