using System.Text.Json;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Matching.Search;
using PlusPortal.Domain.Vocabulary;

namespace PlusPortal.Domain.Tests.Matching;

/// <summary>A snapshot keeps once what several offers say alike, and says nothing else for it.</summary>
public sealed class SharedPartsTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_two_offers_say_alike_is_kept_once()
    {
        var generated = new Generated(new Random(5));
        var content = generated.Content() with { Themes = [Themes.ModeleEconomique], Sectors = [], Cost = "Gratuit" };
        var actor = new SupportActor("acteur", "Acteur", ActorKinds.ReseauAccompagnement, "", Now);
        actor.AddOffer("une", Copy(content), OfferState.Published, Now);
        actor.AddOffer("deux", Copy(content) with { Title = "Autre titre" }, OfferState.Published, Now);

        var catalog = OfferCatalog.From([actor]);
        var (one, two) = (catalog.Offers[0].Content, catalog.Offers[1].Content);

        Assert.Same(one.Themes, two.Themes);
        Assert.Same(one.Sectors, two.Sectors);
        Assert.Same(one.Coverage, two.Coverage);
        Assert.Same(one.Eligibility, two.Eligibility);
        Assert.Same(one.Cost, two.Cost);
        Assert.NotEqual(one.Title, two.Title);
    }

    [Fact]
    public void Every_offer_says_what_it_said_before()
    {
        var generated = new Generated(new Random(6));
        var contents = Enumerable.Range(0, 300).Select(_ => generated.Content()).ToList();
        var actor = new SupportActor("acteur", "Acteur", ActorKinds.ReseauAccompagnement, "", Now);
        var offers = contents.Index().ToDictionary(content => actor.AddOffer($"offre-{content.Index}", content.Item, OfferState.Published, Now).Id, content => content.Item);

        var catalog = OfferCatalog.From([actor]);

        Assert.Equal(offers.Count, catalog.Offers.Length);
        Assert.All(catalog.Offers, offer => Assert.Equal(JsonSerializer.Serialize(offers[offer.OfferId]), JsonSerializer.Serialize(offer.Content)));
    }

    /// <summary>The same contents without a single object in common, as two rows of the database give them.</summary>
    private static OfferContent Copy(OfferContent content) => JsonSerializer.Deserialize<OfferContent>(JsonSerializer.Serialize(content))!;
}
