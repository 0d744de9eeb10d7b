using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Html;
using PlusPortal.Data.Texts;
using PlusPortal.Domain.Texts;
using PlusPortal.Web.Features.Shared.Texts;

namespace PlusPortal.Web.Tests.Public.Legal;

/// <summary>What Markdown typed by staff can become, and nothing else.</summary>
public sealed class MarkdownTextTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["p"] = [],
        ["h2"] = [],
        ["h3"] = [],
        ["h4"] = [],
        ["ul"] = [],
        ["ol"] = ["start"],
        ["li"] = [],
        ["strong"] = [],
        ["em"] = [],
        ["blockquote"] = [],
        ["code"] = [],
        ["hr"] = [],
        ["br"] = [],
        ["a"] = ["href", "rel"],
    };

    private static readonly string[] Hostile =
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "texte <b onmouseover=alert(1)>gras</b> <iframe src=//example.org></iframe>",
        "<svg/onload=alert(1)>",
        "<!-- --><style>*{display:none}</style>",
        "<a href=\"javascript:alert(1)\">clic</a>",
        "[clic](javascript:alert(1))",
        "[clic](JaVaScRiPt:alert(1))",
        "[clic](java\nscript:alert(1))",
        "[clic](&#106;avascript:alert(1))",
        "[clic](<javascript:alert(1)>)",
        "[clic]( javascript:alert(1))",
        "[clic](\u0001javascript:alert(1))",
        "[clic](vbscript:msgbox(1))",
        "[clic](data:text/html;base64,PHNjcmlwdD4=)",
        "[clic](file:///etc/passwd)",
        "[clic](//example.org/piege)",
        "[clic](/\\example.org/piege)",
        "[clic](https://plus.example.org@example.net/)",
        "[clic](https://example.org \"x\\\" onmouseover=\\\"alert(1)\")",
        "[clic](https://example.org/\"onmouseover=alert(1))",
        "[clic][piege]\n\n[piege]: javascript:alert(1) 'titre'",
        "<javascript:alert(1)>",
        "<data:text/html,x>",
        "<https://example.org/\"onclick=alert(1)>",
        "![image](https://example.org/pixel.gif)",
        "![image](javascript:alert(1))",
        "![![imbriquée](x)](y)",
        "[![image](https://example.org/x.png)](javascript:alert(1))",
        "```\"><script>alert(1)</script>\ncode\n```",
        "```html onmouseover=alert(1)\n<b>\n```",
        "    <script>alert(1)</script>",
        "Titre <script>\n======",
        "# <img src=x onerror=alert(1)>",
        "> <script>alert(1)</script>\n> - <b>x</b>",
        "a {onclick=alert(1)} b {#id .class}",
        "# Titre {onclick=alert(1)}",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "<form action=https://example.org><input name=q></form>",
        "<base href=https://example.org><meta http-equiv=refresh content=0>",
    ];

    public static TheoryData<string> HostileTexts { get; } = [.. Hostile];

    [Theory]
    [MemberData(nameof(HostileTexts))]
    public void Hostile_text_becomes_nothing_but_harmless_elements(string markdown) => Assert.Empty(Broken(Html(markdown)));

    [Fact]
    public void Hostile_texts_stay_harmless_whatever_surrounds_them()
    {
        string[] frames = ["{0}", "- {0}", "> {0}", "**{0}**", "[{0}](/contact)", "# {0}", "1. {0}\n2. {0}", "{0}\n---\n{0}", "`{0}`", "*a {0}"];
        var random = new Random(20_260_302);
        for (var i = 0; i < 2_000; i++)
        {
            var text = Hostile[random.Next(Hostile.Length)];
            for (var depth = random.Next(3); depth >= 0; depth--) text = frames[random.Next(frames.Length)].Replace("{0}", text + (random.Next(2) == 0 ? "" : Hostile[random.Next(Hostile.Length)]), StringComparison.Ordinal);

            Assert.True(Broken(Html(text)) is [], text + "\n→ " + Html(text));
        }
    }

    [Fact]
    public void Rule_of_the_elements_can_fail()
    {
        Assert.Equal(["img", "a href=javascript:x", "p onclick"], Broken("<img><a href='javascript:x'>x</a><p onclick='x'>"));
    }

    [Fact]
    public void Html_is_shown_as_it_was_typed()
    {
        var page = new HtmlParser().ParseDocument(Html("Un <b>mot</b>"));

        Assert.Equal("Un <b>mot</b>", page.Body!.TextContent.Trim());
    }

    [Fact]
    public void Picture_becomes_its_description_and_a_refused_link_its_words()
    {
        var page = new HtmlParser().ParseDocument(Html("Avant ![le logo](/x.png), puis [les **mots**](javascript:x)."));

        Assert.Equal("Avant le logo, puis les mots.", page.Body!.TextContent.Trim());
        Assert.Equal("mots", page.QuerySelector("strong")!.TextContent);
        Assert.Null(page.QuerySelector("a, img"));
    }

    [Theory]
    [InlineData("[page](/contact)", "/contact", null)]
    [InlineData("[partie](#droits)", "#droits", null)]
    [InlineData("[CNIL](https://www.cnil.fr/fr/plaintes)", "https://www.cnil.fr/fr/plaintes", "noopener noreferrer")]
    [InlineData("[nous](mailto:contact@example.org)", "mailto:contact@example.org", null)]
    [InlineData("[appeler](tel:+33300000000)", "tel:+33300000000", null)]
    [InlineData("<https://example.org>", "https://example.org", "noopener noreferrer")]
    [InlineData("<contact@example.org>", "mailto:contact@example.org", null)]
    public void Good_links_work(string markdown, string address, string? rel)
    {
        var link = new HtmlParser().ParseDocument(Html(markdown)).QuerySelector<IHtmlAnchorElement>("a")!;

        Assert.Equal((address, rel), (link.GetAttribute("href"), link.GetAttribute("rel")));
    }

    [Fact]
    public void Titles_start_under_the_h1_of_the_page()
    {
        var page = new HtmlParser().ParseDocument(Html("# Un\n\n## Deux\n\n### Trois\n\n###### Six"));

        Assert.Equal(["h2", "h2", "h3", "h4"], page.QuerySelectorAll("h1, h2, h3, h4, h5, h6").Select(title => title.LocalName));
    }

    [Fact]
    public void Texts_of_the_program_are_complete_and_use_only_known_values()
    {
        foreach (var code in SiteTextCodes.All)
        {
            var seed = SiteTextSeed.Of(code);
            Assert.InRange(seed.Title.Length, 3, SiteTextVersion.TitleLength);
            Assert.InRange(seed.Markdown.Length, 30, SiteTextVersion.MarkdownLength);
            Assert.Empty(TextVariables.Unknown(seed.Markdown));
            Assert.Empty(Broken(Html(seed.Markdown)));
            Assert.DoesNotMatch(" [:;?!»]|« |'", seed.Markdown);
        }
    }

    private static string Html(string markdown) => ((HtmlString)MarkdownText.Render(markdown)).Value!;

    private static List<string> Broken(string html)
    {
        var broken = new List<string>();
        foreach (var element in new HtmlParser().ParseDocument(html).Body!.QuerySelectorAll("*").Concat(new HtmlParser().ParseDocument(html).Head!.QuerySelectorAll("*")))
        {
            if (!Allowed.TryGetValue(element.LocalName, out var attributes))
            {
                broken.Add(element.LocalName);
                continue;
            }

            broken.AddRange(element.Attributes.Where(attribute => !attributes.Contains(attribute.Name)).Select(attribute => $"{element.LocalName} {attribute.Name}"));
            if (element.GetAttribute("href") is { } address && !IsHarmless(address)) broken.Add($"a href={address}");
        }

        return broken;
    }

    /// <summary>Read as a browser does, from a page of ours.</summary>
    private static bool IsHarmless(string address)
    {
        var url = new Url(new Url("https://plus.example.org/page"), address);
        return url.Scheme is "https" or "http" or "mailto" or "tel" && string.IsNullOrEmpty(url.UserName);
    }
}
