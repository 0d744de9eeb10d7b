using Microsoft.Playwright;

namespace PlusPortal.Browser.Tests.Gates;

/// <summary>Each gate seen shut: a good page passes them all, and each mistake made in it is reported by its gate and no other.</summary>
public sealed class WrongPageTests(ChromiumFixture chromium, NuHtmlChecker checker)
{
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; img-src *; script-src 'self'";
    private const string Address = "http://page.test/";

    private const string Good = """
        <!DOCTYPE html>
        <html lang="fr">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Une page juste – PLUS</title>
        <style>
        :root { color-scheme: light dark }
        body { margin: 1rem; font: 1rem/1.5 sans-serif; background: Canvas; color: CanvasText }
        .skip { position: absolute; left: -99rem } .skip:focus { left: 0; background: Canvas }
        .region { overflow-x: auto } td { min-width: 20rem }
        </style>
        </head>
        <body>
        <a class="skip" href="#contenu">Aller au contenu</a>
        <header><a href="/">Accueil du site</a></header>
        <main id="contenu" tabindex="-1">
        <h1>Une page juste</h1>
        <h2>Une partie</h2>
        <p>Un texte que tout le monde peut lire. <!-- here --></p>
        <div class="region" role="region" aria-label="Chiffres" tabindex="0"><table><caption>Chiffres</caption><tr><th scope="col">Un</th><th scope="col">Deux</th></tr><tr><td>1</td><td>2</td></tr></table></div>
        </main>
        </body>
        </html>
        """;

    [Fact]
    public async Task Good_page_passes_every_gate() => Assert.Empty(await JudgeAsync(Good));

    // Boxes of text are as high as the font says, from 1.0 to 1.7 times its size: no sample may lean on more than that.
    [Theory]
    [InlineData(Gate.Axe, "<!-- here -->", "<span style='color: #bbb; background: #fff'>Pâle</span>", "color-contrast")]
    [InlineData(Gate.Axe, "</style>", "@media (prefers-color-scheme: dark) { body { color: #333 } }</style>", "color-contrast", "Dark")]
    [InlineData(Gate.Axe, "</style>", "@media (max-width: 400px) { h2 { color: #ccc; background: #fff } }</style>", "color-contrast", "320 px")]
    [InlineData(Gate.Axe, "<!-- here -->", "<style>@media (min-width: 400px) { .under { display: none } }</style><span style='position: relative; display: block'><span class='under' style='position: absolute; inset: 0; background: #222'></span><span style='position: relative; color: #000'>Devant</span></span>", "color-contrast", "320 px, Light")]
    [InlineData(Gate.Axe, "<!-- here -->", "<noscript><img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='></noscript>", "image-alt", "without scripts")]
    [InlineData(Gate.Axe, "<html lang=\"fr\">", "<html>", "html-has-lang")]
    [InlineData(Gate.Reflow, "<!-- here -->", "<span style='display: block; width: 30rem'>Trop large</span>", "too wide")]
    [InlineData(Gate.Reflow, "<!-- here -->", "<span style='display: block; overflow-x: auto' tabindex='0' role='group' aria-label='Long'><span style='display: block; width: 90rem'>Sans tableau</span></span>", "holds no table")]
    [InlineData(Gate.Reflow, "<!-- here -->", "<span style='display: block; width: 2rem; overflow: hidden'>Coupé</span>", "cuts its text")]
    [InlineData(Gate.TextSpacing, "<!-- here -->", "<span style='display: block; height: 20px; font-size: 16px; line-height: 1.2; overflow: hidden'>Une ligne</span>", "cuts its text")]
    [InlineData(Gate.DoubledText, "<!-- here -->", "<span style='position: relative; display: block; height: 9rem; line-height: 1.5'><span style='position: absolute; top: 0'>Dessous</span><span style='position: absolute; top: 17px'>Dessus</span></span>", "lie over each other")]
    [InlineData(Gate.Headings, "<h2>Une partie</h2>", "<h1>Une partie</h1>", "2 h1")]
    [InlineData(Gate.Headings, "<h2>Une partie</h2>", "<h3>Une partie</h3>", "level 1")]
    [InlineData(Gate.Headings, "<title>Une page juste", "<title>Une autre", "does not begin")]
    [InlineData(Gate.Focus, "</style>", "a:focus { outline: none }</style>", "looks the same")]
    [InlineData(Gate.SkipLink, "<a class=\"skip\" href=\"#contenu\">Aller au contenu</a>", "", "first key")]
    [InlineData(Gate.SkipLink, "tabindex=\"-1\"", "", "main part")]
    [InlineData(Gate.SkipLink, ".skip:focus { left: 0;", ".skip:focus { left: -50rem;", "not on the screen")]
    [InlineData(Gate.Policy, "<!-- here -->", "<script>document.title = 'Une page juste – autre'</script>", "script-src")]
    [InlineData(Gate.OwnHost, "<!-- here -->", "<img alt='' src='http://ailleurs.test/mesure.gif'>", "ailleurs.test")]
    [InlineData(Gate.Stillness, "</style>", "@keyframes late { to { margin-top: 400px } } h1 { animation: late .1s steps(1) .1s forwards }</style>", "moves by")]
    [InlineData(Gate.ForcedColours, "<!-- here -->", "<span class='tag' style='background: #ffe'>Une étiquette</span>", "no edge")]
    [InlineData(Gate.ForcedColours, "</style>", "@media (forced-colors: active) { a:focus { outline: none } }</style>", "looks the same")]
    [InlineData(Gate.Motion, "</style>", "h1::before { content: ''; transition: color .3s }</style>", "has a transition")]
    [InlineData(Gate.Motion, "</style>", "@keyframes turn { to { opacity: .9 } } h2 { animation: turn 2s }</style>", "is animated")]
    [InlineData(Gate.Paper, "<header>", "<nav aria-label='Menu'><a href='/ici'>Menu du site</a></nav><header>", "is printed")]
    [InlineData(Gate.Paper, "</style>", "@media print { h1 { display: none } }</style>", "not printed")]
    public async Task Mistake_is_reported(Gate gate, string right, string wrong, string expected, string condition = "")
    {
        Assert.Contains(right, Good, StringComparison.Ordinal);

        var complaints = await JudgeAsync(Good.Replace(right, wrong, StringComparison.Ordinal), until: gate == Gate.Stillness ? "() => plusWatch.shift > 0" : null);

        Assert.Contains(complaints, complaint => complaint.Gate == gate && complaint.Text.Contains(expected, StringComparison.Ordinal) && complaint.Text.Contains(condition, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Invalid_html_is_reported()
    {
        Assert.SkipUnless(checker.IsThere, NuHtmlChecker.WithoutJava);

        var errors = await checker.CheckAsync([new("juste", Good), new("faux", Good.Replace("<!-- here -->", "<div>Un bloc dans un paragraphe</div>", StringComparison.Ordinal))], TestContext.Current.CancellationToken);

        Assert.NotEmpty(errors);
        Assert.All(errors, error => Assert.StartsWith("faux", error, StringComparison.Ordinal));
    }

    [Fact]
    public void Shared_title_is_reported()
    {
        var titles = new TitleBook();

        Assert.Null(titles.OtherOf("Commune – PLUS", "/Features/A.cshtml"));
        Assert.Null(titles.OtherOf("Taille – PLUS", "/Features/C.cshtml"));
        Assert.Null(titles.OtherOf("Erreur\u00A0: Commune – PLUS", "/Features/A.cshtml"));
        Assert.Equal("/Features/A.cshtml", titles.OtherOf("Erreur\u00A0: Commune – PLUS", "/Features/B.cshtml"));
    }

    [Fact]
    public void Template_without_a_scene_is_reported() =>
        Assert.StartsWith("/Features/Public/New.cshtml", Assert.Single(PageTemplates.Unseen(["/Features/Public/New.cshtml", "/Features/Public/Old.cshtml"], ["/Features/Public/Old.cshtml"])), StringComparison.Ordinal);

    [Theory]
    [InlineData("/Features/Public/Home/Index.cshtml", true)]
    [InlineData("/Features/Shared/_Layout.cshtml", false)]
    [InlineData("/Features/Admin/Requests/_Seen.cshtml", false)]
    [InlineData("/Features/Shared/Components/Map/Default.cshtml", false)]
    [InlineData("/Email/Messages/Received.cshtml", false)]
    public void Partials_components_and_mails_are_no_pages(string path, bool isPage) => Assert.Equal(isPage, PageTemplates.IsPage(path));

    private async Task<IReadOnlyList<(Gate Gate, string Text)>> JudgeAsync(string html, string? until = null)
    {
        var log = new WalkLog();
        await using var context = await chromium.Browser.NewContextAsync(new() { ViewportSize = new() { Width = 1280, Height = 900 } });
        var page = await context.NewPageAsync();
        await page.RouteAsync("**/*", route => route.Request switch
        {
            { IsNavigationRequest: true } => route.FulfillAsync(new() { Headers = [new("content-security-policy", Policy)], Body = html, ContentType = "text/html; charset=utf-8" }),
            { Url: var asked } when asked.EndsWith(PageJudge.ToolsPath, StringComparison.Ordinal) => route.FulfillAsync(new() { Body = PageJudge.Tools, ContentType = "text/javascript; charset=utf-8" }),
            _ => route.AbortAsync(),
        });
        await page.AddInitScriptAsync(PageJudge.Watch);
        var visit = new PageVisit(await Window.OfAsync(page), log, "sample", Address);
        await visit.BeginAsync();
        await page.GotoAsync(Address);
        if (until is not null) await page.WaitForFunctionAsync(until);
        await visit.JudgeAsync();
        await visit.JudgeWithoutScriptsAsync(html, [new("content-security-policy", Policy), new("content-type", "text/html; charset=utf-8")]);
        return [.. Enum.GetValues<Gate>().SelectMany(gate => log.Of(gate).Select(text => (gate, text)))];
    }
}
