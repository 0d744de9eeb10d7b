using System.Net;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using PlusPortal.Testing;
using PlusPortal.Testing.Html;
using PlusPortal.Web.Security;

namespace PlusPortal.Web.Tests.Dev.Components;

/// <summary>The living page of the components, as Development serves it, and what each component writes.</summary>
public sealed class ComponentPageTests(ReadingFixture fixture) : IClassFixture<ReadingFixture>, IAsyncDisposable
{
    private const string Address = "/dev/composants";

    /// <summary>The portal with Development's controllers, whatever the environment of the tests.</summary>
    private readonly PortalFactory portal = new(fixture.Database, configure: services => services.PostConfigure<MvcOptions>(options =>
        options.Conventions.Remove(options.Conventions.OfType<DevelopmentOnlyConvention>().Single())));

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task Page_does_not_exist_outside_Development()
    {
        using var browser = fixture.NewBrowser();

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(Address)).Status);
    }

    [Fact]
    public async Task Status_says_its_state_in_words_beside_a_shape_that_nobody_hears()
    {
        var page = await OpenAsync();

        var tags = page.Document.QuerySelectorAll("main .tag[class*='tag--']").ToList();
        Assert.All(tags, tag =>
        {
            Assert.NotEqual("", PageText.Normalise(tag.TextContent));
            Assert.Equal("true", tag.QuerySelector("svg")!.GetAttribute("aria-hidden"));
        });
        var shapes = tags.GroupBy(tag => tag.ClassName).Select(same => same.First().QuerySelector("path")!.GetAttribute("d")).ToList();
        Assert.Equal(6, shapes.Count);
        Assert.Equal(shapes.Count, shapes.Distinct().Count());
    }

    [Fact]
    public async Task Chip_says_what_it_removes_and_the_last_one_removes_all()
    {
        var page = await OpenAsync();

        var links = page.Document.QuerySelectorAll(".chips a").ToList();
        Assert.Equal("Retirer le filtre Étape : Démarrer", PageText.Normalise(links[0].TextContent));
        Assert.Equal("Tout effacer", PageText.Normalise(links[^1].TextContent));
        Assert.Equal(Address, links[^1].GetAttribute("href"));
    }

    [Fact]
    public async Task Breadcrumb_ends_with_the_page_itself_without_link()
    {
        var page = await OpenAsync();

        var items = page.Document.QuerySelectorAll(".breadcrumb li").ToList();
        Assert.All(items.SkipLast(1), item => Assert.NotNull(item.QuerySelector("a[href]")));
        Assert.Equal("page", items[^1].GetAttribute("aria-current"));
        Assert.Null(items[^1].QuerySelector("a"));
    }

    [Fact]
    public async Task Link_that_changes_a_fact_says_which_one()
    {
        var page = await OpenAsync();

        Assert.Equal("Modifier la commune", PageText.Normalise(page.Document.QuerySelector(".summary-list__row a")!.TextContent));
    }

    [Fact]
    public async Task Progress_is_in_words_and_its_bar_is_silent()
    {
        var page = await OpenAsync();

        var progress = page.Document.QuerySelector(".step-progress")!;
        Assert.Equal("Étape 2 sur 7", PageText.Normalise(progress.TextContent));
        var bar = progress.QuerySelector("[aria-hidden=true]")!;
        Assert.Equal((7, 2), (bar.Children.Length, bar.QuerySelectorAll(".is-done").Length));
    }

    [Fact]
    public async Task Empty_form_comes_back_with_its_errors_beside_the_fields()
    {
        var page = await OpenAsync();

        var answer = await page.Form("Envoyer cet essai").SubmitAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("Indiquez le nom de votre structure.", answer.ErrorOf("Nom de la structure"));
        Assert.Equal("Décrivez votre besoin en quelques phrases.", answer.ErrorOf("Votre besoin"));
        var input = answer.Document.GetElementById("Name")!;
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        Assert.All(input.GetAttribute("aria-describedby")!.Split(' '), id => Assert.NotNull(answer.Document.GetElementById(id)));
    }

    private async Task<HtmlPage> OpenAsync()
    {
        var page = await portal.NewBrowser().GetAsync(Address);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        return page;
    }
}
