using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PlusPortal.Web.Components;

/// <summary>Facts with their names: <c>&lt;summary-list&gt;&lt;summary-row term="Commune"&gt;Toul&lt;/summary-row&gt;&lt;/summary-list&gt;</c>.</summary>
[HtmlTargetElement("summary-list")]
public sealed class SummaryListTagHelper : TagHelper
{
    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "dl";
        output.Attributes.Clear();
        output.Attributes.SetAttribute("class", "summary-list");
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

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.TagName = "div";
        output.Attributes.Clear();
        output.Attributes.SetAttribute("class", "summary-list__row");
        var term = new TagBuilder("dt");
        term.InnerHtml.Append(Term);
        output.Content.AppendHtml(term).AppendHtml(Detail(content));
        if (!string.IsNullOrEmpty(Change)) output.Content.AppendHtml(Detail(Link(Change, What)));
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
