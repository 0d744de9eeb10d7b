using PlusPortal.Data.Geography;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Deadlines;
using PlusPortal.Testing;
using PlusPortal.Testing.Html;
using PlusPortal.Web.Tests.Admin.Directory;

namespace PlusPortal.Web.Tests.Public.Home;

/// <summary>The home page: where it leads, and figures that are those of the database.</summary>
public sealed class HomeTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    [Theory]
    [InlineData("Démarrer")]
    [InlineData("Développer")]
    [InlineData("Transformer")]
    public async Task Stage_chosen_on_the_home_page_is_chosen_in_the_form(string stage)
    {
        using var browser = fixture.NewBrowser();
        var home = await browser.GetAsync("/");

        var start = await home.ClickAsync(stage);
        var first = await start.Form("Commencer ma demande").SubmitAsync();

        Assert.EndsWith("/etape", first.Path, StringComparison.Ordinal);
        var chosen = Assert.Single(first.Document.QuerySelectorAll("input[name=Stage][checked]"));
        Assert.Equal(stage, PageText.Normalise(first.Document.QuerySelector($"label[for='{chosen.Id}']")!.TextContent));
    }

    [Fact]
    public async Task Main_action_starts_a_request_with_nothing_chosen()
    {
        using var browser = fixture.NewBrowser();
        var home = await browser.GetAsync("/");

        var start = await browser.GetAsync(home.Document.QuerySelector("main .btn-primary")!.GetAttribute("href")!);
        var first = await start.Form("Commencer ma demande").SubmitAsync();

        Assert.Empty(first.Document.QuerySelectorAll("input[name=Stage][checked]"));
    }

    [Fact]
    public async Task Delays_are_those_that_the_portal_keeps()
    {
        using var browser = fixture.NewBrowser();
        var home = await browser.GetAsync("/");

        Assert.True(home.Has($"sous {ClockDelays.Usual[DelayKind.FirstLook].Normal} jours ouvrés"));
        Assert.True(home.Has($"dans les {ClockDelays.Usual[DelayKind.Expiry].Normal} jours ouvrés"));
    }

    [Fact]
    public async Task Figures_count_what_the_directory_shows_and_nothing_else()
    {
        using var browser = fixture.NewBrowser();
        var before = Figures(await browser.GetAsync("/"));

        await fixture.AddActorAsync();
        await fixture.AddOfferAsync();
        await fixture.AddOfferAsync(offer => offer.In(OfferState.Suspended));
        await fixture.AddOfferAsync(offer => offer.In(OfferState.Draft));
        var after = Figures(await browser.GetAsync("/"));

        Assert.Equal(Of(before, "acteur") + 2, Of(after, "acteur"));
        Assert.Equal(Of(before, "offre") + 2, Of(after, "offre"));
        await using var db = fixture.NewContext();
        Assert.Equal(db.Communes.Count(commune => new[] { "54", "55", "57", "88" }.Contains(commune.Departement)), Of(after, "commune"));
    }

    private static int Of(Dictionary<string, int> figures, string word) => figures.SingleOrDefault(pair => pair.Key.StartsWith(word, StringComparison.Ordinal)).Value;

    private static Dictionary<string, int> Figures(HtmlPage page) => page.Document.QuerySelectorAll(".figures li").ToDictionary(
        item => PageText.Normalise(item.TextContent[item.QuerySelector("strong")!.TextContent.Length..]),
        item => int.Parse(string.Concat(item.QuerySelector("strong")!.TextContent.Where(char.IsAsciiDigit)), System.Globalization.CultureInfo.InvariantCulture));
}
