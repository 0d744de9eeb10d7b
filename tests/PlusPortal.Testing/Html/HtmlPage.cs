using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace PlusPortal.Testing.Html;

/// <summary>A page as the visitor has it. Texts are compared as a person reads them (<see cref="PageText"/>).</summary>
public sealed class HtmlPage
{
    internal HtmlPage(PortalBrowser browser, HttpResponseMessage response, string body, IReadOnlyList<string> redirects)
    {
        Browser = browser;
        Status = response.StatusCode;
        Address = response.RequestMessage!.RequestUri!;
        Headers = response.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        Body = body;
        Redirects = redirects;
        Document = new HtmlParser().ParseDocument(body);
    }

    public PortalBrowser Browser { get; }

    public HttpStatusCode Status { get; }

    /// <summary>Where the visitor is, after the redirects.</summary>
    public Uri Address { get; }

    public string Path => Address.AbsolutePath;

    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>Addresses to which the visitor was sent on the way; empty when the page answered at once.</summary>
    public IReadOnlyList<string> Redirects { get; }

    public string Body { get; }

    public IHtmlDocument Document { get; }

    public string Title => PageText.Normalise(Document.Title);

    public string Heading => PageText.Normalise(Document.QuerySelectorAll("h1").Single().TextContent);

    /// <summary>Text of the main part.</summary>
    public string Text => PageText.Normalise(Document.QuerySelector("main")?.TextContent ?? Document.Body?.TextContent);

    /// <summary>Lines of the error summary; empty when there is none.</summary>
    public IReadOnlyList<string> Errors => [.. Document.QuerySelectorAll(".error-summary li").Select(item => PageText.Normalise(item.TextContent))];

    public bool Has(string text) => Text.Contains(PageText.Normalise(text), StringComparison.Ordinal);

    /// <summary>The error beside a field, found by its label or legend; null when it has none.</summary>
    public string? ErrorOf(string label)
    {
        var sought = PageText.Normalise(label);
        var field = Document.QuerySelectorAll(".field").Single(item => HtmlForm.LabelMatches(item.QuerySelector("label, legend"), sought));
        var error = field.QuerySelector(".field__error");
        if (error is null) return null;
        var text = PageText.Normalise(error.TextContent);
        return text.StartsWith("Erreur : ", StringComparison.Ordinal) ? text["Erreur : ".Length..] : text;
    }

    /// <summary>The form that a button sends, found by the words on the button.</summary>
    public HtmlForm Form(string button)
    {
        var sought = PageText.Normalise(button);
        var found = Document.QuerySelectorAll("form button, form input[type=submit]")
            .Where(element => PageText.Normalise(element is IHtmlInputElement input ? input.Value : element.TextContent) == sought)
            .ToList();
        return found switch
        {
            [var one] => new HtmlForm(this, (IHtmlFormElement)one.Closest("form")!, one),
            [] => throw NotFound($"button « {button} »", "form button"),
            _ => throw new InvalidOperationException($"{found.Count} buttons say « {button} » on {Address}."),
        };
    }

    /// <summary>Address of a link, found by its words.</summary>
    public string Link(string text)
    {
        var sought = PageText.Normalise(text);
        var found = Document.QuerySelectorAll<IHtmlAnchorElement>("a[href]")
            .Where(link => PageText.Normalise(link.TextContent) == sought)
            .Select(link => link.GetAttribute("href")!)
            .Distinct()
            .ToList();
        return found switch
        {
            [var one] => one,
            [] => throw NotFound($"link « {text} »", "main a"),
            _ => throw new InvalidOperationException($"{found.Count} links say « {text} » on {Address}."),
        };
    }

    public bool HasLink(string text)
    {
        var sought = PageText.Normalise(text);
        return Document.QuerySelectorAll("a[href]").Any(link => PageText.Normalise(link.TextContent) == sought);
    }

    /// <summary>Follows a link, found by its words.</summary>
    public Task<HtmlPage> ClickAsync(string link) => Browser.GetAsync(new Uri(Address, Link(link)).PathAndQuery);

    /// <summary>Asks for the page again.</summary>
    public Task<HtmlPage> ReloadAsync() => Browser.GetAsync(Address.PathAndQuery);

    private InvalidOperationException NotFound(string what, string others)
    {
        var there = Document.QuerySelectorAll(others).Select(element => PageText.Normalise(element.TextContent)).Distinct().Take(30);
        return new InvalidOperationException($"No {what} on {Address} ({(int)Status}, « {Title} »). There: {string.Join(" | ", there)}");
    }
}
