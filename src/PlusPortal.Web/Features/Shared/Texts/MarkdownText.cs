using System.Globalization;
using Markdig;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Html;

namespace PlusPortal.Web.Features.Shared.Texts;

/// <summary>
/// Markdown written by staff, as HTML that can hold nothing but titles, paragraphs, lists, quotes, emphasis and links.
/// What is typed as HTML is shown as text; a picture becomes its description; a link that leads to a script or a file
/// inside the address becomes its words.
/// </summary>
public static class MarkdownText
{
    private const int HighestTitle = 2;
    private const int LowestTitle = 4;

    private static readonly MarkdownPipeline Pipeline = Build();

    /// <summary>Safe HTML of a text. The page has its own h1: titles start at h2.</summary>
    public static IHtmlContent Render(string markdown)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var title in document.Descendants<HeadingBlock>()) title.Level = Math.Clamp(title.Level, HighestTitle, LowestTitle);

        using var html = new StringWriter(CultureInfo.InvariantCulture);
        var renderer = new HtmlRenderer(html);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.ReplaceOrAdd<LinkInlineRenderer>(new LinkWriter());
        renderer.ObjectRenderers.ReplaceOrAdd<AutolinkInlineRenderer>(new AddressWriter());
        renderer.Render(document);
        return new HtmlString(html.ToString());
    }

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder().DisableHtml();

        // Code means nothing to our readers, and the language of a block would reach an attribute.
        builder.BlockParsers.TryRemove<FencedCodeBlockParser>();
        builder.BlockParsers.TryRemove<IndentedCodeBlockParser>();
        return builder.Build();
    }

    /// <summary>A page of ours, a website, an e-mail address or a telephone; everything else could act.</summary>
    private static bool IsAllowed(string? address)
    {
        if (string.IsNullOrEmpty(address) || address.Any(character => char.IsControl(character) || character == '\\')) return false;
        if (address[0] is '/' or '#') return !address.StartsWith("//", StringComparison.Ordinal);
        return Uri.TryCreate(address, UriKind.Absolute, out var uri)
            && uri.Scheme is "https" or "http" or "mailto" or "tel"
            && (uri.Scheme is "mailto" or "tel" || uri.UserInfo.Length == 0);
    }

    private static void Open(HtmlRenderer html, string address)
    {
        html.Write("<a href=\"").WriteEscapeUrl(address).Write('"');
        if (address.StartsWith("http", StringComparison.OrdinalIgnoreCase)) html.Write(" rel=\"noopener noreferrer\"");
        html.Write('>');
    }

    /// <summary>A link, or the words of one that is refused, or the description of a picture. Titles of links are left out.</summary>
    private sealed class LinkWriter : HtmlObjectRenderer<LinkInline>
    {
        protected override void Write(HtmlRenderer renderer, LinkInline obj)
        {
            var isLink = !obj.IsImage && IsAllowed(obj.Url);
            if (isLink) Open(renderer, obj.Url!);
            renderer.WriteChildren(obj);
            if (isLink) renderer.Write("</a>");
        }
    }

    /// <summary>An address between angle brackets.</summary>
    private sealed class AddressWriter : HtmlObjectRenderer<AutolinkInline>
    {
        protected override void Write(HtmlRenderer renderer, AutolinkInline obj)
        {
            var address = obj.IsEmail ? "mailto:" + obj.Url : obj.Url;
            var isLink = IsAllowed(address);
            if (isLink) Open(renderer, address);
            renderer.WriteEscape(obj.Url);
            if (isLink) renderer.Write("</a>");
        }
    }
}
