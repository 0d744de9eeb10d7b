using System.Net;
using PlusPortal.Testing;

namespace PlusPortal.Web.Tests.Theme;

/// <summary>What the layout asks the browser to fetch is there, is light, and comes from here.</summary>
public sealed class StyleTests(ReadingFixture fixture) : IClassFixture<ReadingFixture>
{
    private const int MostFontBytes = 50_000;
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Font_preloaded_is_the_one_the_stylesheet_uses_and_stays_in_the_cache()
    {
        using var client = fixture.Portal.CreateClient();
        var page = await fixture.NewBrowser().GetAsync("/");
        var preload = page.Document.QuerySelector("link[rel=preload][as=font]")!.GetAttribute("href")!;
        var style = await client.GetStringAsync(page.Document.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!, Ct);

        using var font = await client.GetAsync(preload, Ct);

        Assert.Contains($"url(\"..{preload}\")", style, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, font.StatusCode);
        Assert.InRange((await font.Content.ReadAsByteArrayAsync(Ct)).Length, 10_000, MostFontBytes);
        Assert.Contains("immutable", font.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/demande")]
    [InlineData("/suivi")]
    [InlineData("/compte/connexion")]
    public async Task Page_fetches_nothing_from_elsewhere_and_carries_no_inline_style_or_script(string address)
    {
        var page = await fixture.NewBrowser().GetAsync(address);

        var fetched = page.Document.QuerySelectorAll("link[href], script[src], img[src]").Select(item => item.GetAttribute("href") ?? item.GetAttribute("src")!).ToList();
        Assert.NotEmpty(fetched);
        Assert.All(fetched, url => Assert.Matches("^/[^/]", url));
        Assert.Empty(page.Document.QuerySelectorAll("style, [style], script:not([src])"));
    }

    [Theory]
    [InlineData("/", true)]
    [InlineData("/css/site.css", true)]
    [InlineData("/suivi", false)]
    [InlineData("/compte/connexion", false)]
    public async Task Public_pages_and_files_are_compressed_but_not_those_that_may_hold_a_secret(string address, bool compressed)
    {
        using var client = fixture.Portal.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.AcceptEncoding.ParseAdd("br");

        using var answer = await client.SendAsync(request, Ct);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(compressed, answer.Content.Headers.ContentEncoding.Contains("br"));
    }
}
