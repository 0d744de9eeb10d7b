using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PlusPortal.Web.Components;

/// <summary>
/// Facts with their names: <c>&lt;summary-list&gt;&lt;summary-row term="Commune"&gt;Toul&lt;/summary-row&gt;&lt;/summary-list&gt;</c>.
/// With <c>side-by-side</c>, two or three short facts in one line.
/// </summary>
[HtmlTargetElement("summary-list")]
public sealed class SummaryListTagHelper : TagHelper
{
    /// <summary>True for two or three short facts in one line, the names above.</summary>
    public bool SideBySide { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "dl";
        output.Attributes.Clear();
        output.Attributes.SetAttribute("class", SideBySide ? "summary-list facts" : "summary-list");
    }
}

/// <summary>One fact; with <see cref="Change"/>, a link that changes it and says what it changes.</summary>
[HtmlTargetElement("summary-row", Attributes = "term")]
public sealed class SummaryRowTagHelper : TagHelper
{
    /// <summary>Name of the fact.</summary>
    public string Term { get; set; } = "";

    /// <summary>Address of the page that changes it; no link when null.</summary>
    public string? Change { get; set; }

    /// <summary>What « Modifier » changes, read out after it: « la commune ».</summary>
    public string? What { get; set; }

    /// <summary>False to leave it out on paper.</summary>
    public bool Print { get; set; } = true;

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.TagName = "div";
        output.Attributes.Clear();
        output.Attributes.SetAttribute("class", Print ? "summary-list__row" : "summary-list__row screen-only");
        var term = new TagBuilder("dt");
        term.InnerHtml.Append(Term);

        // Line breaks of a value are shown: those of the view around it are not part of it.
        output.Content.AppendHtml(term).AppendHtml("\n").AppendHtml(Detail(new HtmlString(content.GetContent().Trim())));
        if (!string.IsNullOrEmpty(Change)) output.Content.AppendHtml("\n").AppendHtml(Detail(Link(Change, What)));
    }

    private static TagBuilder Detail(IHtmlContent content)
    {
        var detail = new TagBuilder("dd");
        detail.InnerHtml.AppendHtml(content);
        return detail;
    }

    private static TagBuilder Link(string address, string? what)
    {
        var hidden = new TagBuilder("span");
        hidden.AddCssClass("visually-hidden");
        hidden.InnerHtml.Append(" " + what);
        var link = new TagBuilder("a");
        link.Attributes["href"] = address;
        link.InnerHtml.Append("Modifier").AppendHtml(hidden);
        return link;
    }
}
