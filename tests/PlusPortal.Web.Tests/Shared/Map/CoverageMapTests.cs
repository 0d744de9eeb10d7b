using AngleSharp.Dom;
using PlusPortal.Data.Accounts;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Territory;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Testing.Html;
using PlusPortal.Web.Tests.Public.Directory;

namespace PlusPortal.Web.Tests.Shared.Map;

/// <summary>The map of a coverage: drawn with patterns, and said in the same words to those who do not see it.</summary>
public sealed class CoverageMapTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Whole_part_and_none_differ_by_pattern_and_by_words()
    {
        // Grand Nancy is in 54; the hole of Moselle leaves a part of it.
        var offer = await fixture.AddOfferAsync(PublicDirectory.Mark(), builder => builder.Covering("88", "57", "245400676").Covering(TerritoryLevel.Commune, A.Metz.Commune, isExcluded: true));

        var map = (await fixture.NewBrowser().GetAsync($"/annuaire/{offer.Actor!.ImportKey}")).Document.QuerySelector("figure.map")!;
        var parts = map.QuerySelectorAll("path").Select(part => (part.ClassName!.Split("--")[1], part.GetAttribute("fill"))).ToList();
        var pattern = map.QuerySelector("pattern")!.Id;

        Assert.Equal([("part", $"url(#{pattern})"), ("none", null), ("part", $"url(#{pattern})"), ("whole", null)], parts);
        Assert.Equal(["Meurthe-et-Moselle (54) : une partie seulement", "Meuse (55) : non couvert", "Moselle (57) : une partie seulement", "Vosges (88) : tout le département"], Said(map));
        Assert.Equal(
            "Carte de la Lorraine. Meurthe-et-Moselle : une partie seulement ; Meuse : non couvert ; Moselle : une partie seulement ; Vosges : tout le département.",
            PageText.Normalise(map.QuerySelector("svg[role=img]")!.GetAttribute("aria-label")));
    }

    [Theory]
    [InlineData(TerritoryLevel.France, "FR", "tout le département")]
    [InlineData(TerritoryLevel.Region, "44", "tout le département")]
    [InlineData(TerritoryLevel.Region, "11", "non couvert")]
    [InlineData(TerritoryLevel.Departement, "75", "non couvert")]
    public async Task Wide_zones_cover_the_four_departements_or_none(TerritoryLevel level, string code, string words)
    {
        var offer = await fixture.AddOfferAsync(PublicDirectory.Mark(), builder => builder.Covering(level, code));

        var map = (await fixture.NewBrowser().GetAsync($"/annuaire/{offer.Actor!.ImportKey}")).Document.QuerySelector("figure.map")!;

        Assert.All(Said(map), line => Assert.EndsWith(words, line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Departement_that_is_left_out_is_not_covered()
    {
        var offer = await fixture.AddOfferAsync(PublicDirectory.Mark(), builder => builder.Covering(TerritoryLevel.Region, "44").Covering(TerritoryLevel.Departement, "55", isExcluded: true));

        var map = (await fixture.NewBrowser().GetAsync($"/annuaire/{offer.Actor!.ImportKey}")).Document.QuerySelector("figure.map")!;

        Assert.Contains("Meuse (55) : non couvert", Said(map));
        Assert.Contains("Vosges (88) : tout le département", Said(map));
    }

    [Fact]
    public async Task Maps_of_one_page_share_no_identifier_and_hold_no_style()
    {
        var actor = A.SupportActor().Named(PublicDirectory.Mark()).Build();
        foreach (var code in new[] { A.Toul.Commune, A.Metz.Commune }) A.SupportOffer().Of(actor).Covering(code).Build();
        await using (var db = fixture.NewContext())
        {
            db.Add(actor);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var page = await fixture.NewBrowser().GetAsync($"/annuaire/{actor.ImportKey}");
        var ids = page.Document.QuerySelectorAll("[id]").Select(element => element.Id).ToList();

        Assert.Equal(2, page.Document.QuerySelectorAll("figure.map").Length);
        Assert.Equal(ids.Distinct().Count(), ids.Count);
        Assert.Empty(page.Document.QuerySelectorAll("[style], style, main script"));
    }

    [Fact]
    public async Task Staff_and_partners_see_the_same_map()
    {
        var offer = await fixture.AddOfferAsync(PublicDirectory.Mark(), builder => builder.Covering("88"));
        using var staff = await fixture.Portal.SignInAsNewAsync(PortalRoles.Staff);
        using var partner = await fixture.Portal.SignInAsNewAsync(PortalRoles.Partner, offer.ActorId);

        foreach (var page in new[] { await staff.GetAsync($"/admin/annuaire/{offer.ActorId}"), await partner.GetAsync("/partenaire/offres") })
            Assert.Contains("Vosges (88) : tout le département", Said(page.Document.QuerySelector("figure.map")!));
    }

    private static List<string> Said(IElement map) => [.. map.QuerySelectorAll("li").Select(line => PageText.Normalise(line.TextContent))];
}
