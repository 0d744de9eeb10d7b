using System.Net;
using AngleSharp.Dom;
using PlusPortal.Data.Geography;
using PlusPortal.Domain.Territory;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;

namespace PlusPortal.Web.Tests.Public.Directory.Search;

/// <summary>Commune, département, EPCI: what covers what, and what comes first.</summary>
public sealed class PlaceTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    [Theory]
    [InlineData("Toul")]
    [InlineData("toul")]
    [InlineData("54528")]
    [InlineData("Toul (54528)")]
    public async Task Commune_keeps_those_that_cover_it_nearest_first(string typed)
    {
        var mark = PublicDirectory.Mark();
        await fixture.AddOfferAsync($"{mark} pays", offer => offer.Covering("FR"));
        await fixture.AddOfferAsync($"{mark} departement", offer => offer.Covering("54"));
        await fixture.AddOfferAsync($"{mark} commune", offer => offer.Covering(A.Toul.Commune));
        await fixture.AddOfferAsync($"{mark} epci", offer => offer.Covering(A.Toul.Epci!));
        await fixture.AddOfferAsync($"{mark} region");
        await fixture.AddOfferAsync($"{mark} ailleurs", offer => offer.Covering("88"));

        var page = await (await fixture.NewBrowser().GetAsync("/annuaire")).Form("Chercher").Fill("Mots", mark).Fill("Commune", typed).SubmitAsync();

        Assert.Equal([$"{mark} commune", $"{mark} epci", $"{mark} departement", $"{mark} region", $"{mark} pays"], page.ActorNames());
        Assert.Equal("Toul (54528)", page.Form("Chercher").Value("Commune"));
        Assert.Contains("Retirer le filtre Commune : Toul (54528)", page.Chips());
    }

    [Fact]
    public async Task Territory_comes_first_then_wider_ones_then_those_that_cover_a_part_of_it()
    {
        var mark = PublicDirectory.Mark();
        await fixture.AddOfferAsync($"{mark} partie", offer => offer.Covering(A.Toul.Commune));
        await fixture.AddOfferAsync($"{mark} region");
        await fixture.AddOfferAsync($"{mark} departement", offer => offer.Covering("54", "88"));
        await fixture.AddOfferAsync($"{mark} ailleurs", offer => offer.Covering("88"));

        var page = await fixture.NewBrowser().GetAsync($"/annuaire?texte={mark}&departement=54");

        Assert.Equal([$"{mark} departement", $"{mark} region", $"{mark} partie"], page.ActorNames());
    }

    [Fact]
    public async Task Territories_widen_each_other()
    {
        var mark = PublicDirectory.Mark();
        await fixture.AddOfferAsync($"{mark} a", offer => offer.Covering("54"));
        await fixture.AddOfferAsync($"{mark} b", offer => offer.Covering("88"));
        await fixture.AddOfferAsync($"{mark} c", offer => offer.Covering("55"));

        var page = await fixture.NewBrowser().GetAsync($"/annuaire?texte={mark}&departement=54&departement=88&tri=nom");

        Assert.Equal([$"{mark} a", $"{mark} b"], page.ActorNames());
        Assert.Equal(page.ActorNames(), (await page.Form("Chercher").SubmitAsync()).ActorNames());
    }

    [Fact]
    public async Task Epci_that_straddles_a_border_is_found_from_both_sides()
    {
        var mark = PublicDirectory.Mark();
        await fixture.AddOfferAsync(mark, offer => offer.Covering("200070290"));
        await using var db = fixture.NewContext();
        var sides = db.Communes.Where(commune => commune.Epci == "200070290").Select(commune => commune.Departement).Distinct().ToList();
        Assert.True(sides.Count > 1);

        foreach (var side in sides.Where(Lorraine.Contains))
            Assert.Equal([mark], (await fixture.NewBrowser().GetAsync($"/annuaire?texte={mark}&departement={side}")).ActorNames());
    }

    [Fact]
    public async Task Map_and_list_are_the_same_links_with_the_same_counts()
    {
        var mark = PublicDirectory.Mark();
        await fixture.AddOfferAsync($"{mark} a", offer => offer.Covering("54"));
        await fixture.AddOfferAsync($"{mark} b", offer => offer.Covering("54", "88"));

        var page = await fixture.NewBrowser().GetAsync($"/annuaire?texte={mark}");
        var drawn = page.Document.QuerySelectorAll("svg.map__drawing a").Select(link => (link.GetAttribute("href"), Words: PageText.Normalise(link.GetAttribute("aria-label")))).ToList();
        var listed = page.Document.QuerySelectorAll("ul.map__list a").Select(link => (link.GetAttribute("href"), Words: PageText.Normalise(link.TextContent))).ToList();

        Assert.Equal(drawn.Select(link => link.Item1), listed.Select(link => link.Item1));
        Assert.Equal(["Meurthe-et-Moselle : 2 acteurs", "Meuse : 0 acteurs", "Moselle : 0 acteurs", "Vosges : 1 acteur"], drawn.Select(link => link.Words));
        Assert.Equal(["Meurthe-et-Moselle (54) : 2 acteurs", "Meuse (55) : 0 acteurs", "Moselle (57) : 0 acteurs", "Vosges (88) : 1 acteur"], listed.Select(link => link.Words));
        Assert.Equal([$"{mark} b"], (await page.Browser.GetAsync(drawn[3].Item1!)).ActorNames());
    }

    [Fact]
    public async Task Chosen_departement_offers_its_intercommunalities()
    {
        var mark = PublicDirectory.Mark();
        await fixture.AddOfferAsync(mark, offer => offer.Covering(A.Toul.Commune));
        var page = await fixture.NewBrowser().GetAsync($"/annuaire?texte={mark}&departement=54");

        var narrower = await page.ClickAsync("CC Terres Touloises");

        Assert.Contains("Retirer le filtre Intercommunalité : CC Terres Touloises", narrower.Chips());
        Assert.DoesNotContain(narrower.Chips(), chip => chip.Contains("Département", StringComparison.Ordinal));
        Assert.Equal([mark], narrower.ActorNames());
    }

    [Fact]
    public async Task Several_communes_of_one_name_are_a_choice_that_keeps_the_other_filters()
    {
        var mark = PublicDirectory.Mark();
        await fixture.AddOfferAsync(mark, offer => offer.Covering("88"));
        var page = await (await fixture.NewBrowser().GetAsync("/annuaire")).Form("Chercher").Fill("Mots", mark).Fill("Commune", "Saint-Remy").SubmitAsync();

        Assert.Equal("Plusieurs communes correspondent", page.Document.QuerySelector("h1")!.TextContent);
        var vosges = page.Document.QuerySelectorAll("main li a").First(link => link.TextContent.Contains("Vosges", StringComparison.Ordinal));
        var chosen = await page.Browser.GetAsync(vosges.GetAttribute("href")!);

        Assert.Equal([mark], chosen.ActorNames());
    }

    [Fact]
    public async Task Unknown_commune_says_what_to_do_and_keeps_what_was_typed()
    {
        var page = await (await fixture.NewBrowser().GetAsync("/annuaire")).Form("Chercher").Fill("Commune", "Atlantide-sur-Moselle").SubmitAsync();

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal("Nous ne trouvons pas cette commune. Vérifiez son nom, ou essayez avec son code postal.", page.ErrorOf("Commune"));
        Assert.Equal("Atlantide-sur-Moselle", page.Form("Chercher").Value("Commune"));
    }

    [Fact]
    public async Task Nobody_in_the_commune_offers_the_departement()
    {
        var mark = PublicDirectory.Mark();
        await fixture.AddOfferAsync(mark, offer => offer.Covering("54099"));
        var page = await fixture.NewBrowser().GetAsync($"/annuaire?texte={mark}&commune=Toul");

        Assert.True(page.Has("Retirer la commune (1 acteur)"));
        Assert.Equal([mark], (await page.ClickAsync("Chercher dans tout le département : Meurthe-et-Moselle")).ActorNames());
    }
}
