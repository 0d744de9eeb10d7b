using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PlusPortal.Web.Components;

/// <summary>Real links to the pages around: <c>&lt;page-links previous="@address" next="@address" /&gt;</c>. Nothing is written when there is neither.</summary>
[HtmlTargetElement("page-links", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PageLinksTagHelper : TagHelper
{
    /// <summary>Address of the page before; none when null.</summary>
    public string? Previous { get; set; }

    /// <summary>Address of the page after; none when null.</summary>
    public string? Next { get; set; }

    /// <summary>What the pages are pages of, for assistive technology.</summary>
    public string Label { get; set; } = "Pages de la liste";

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (string.IsNullOrEmpty(Previous) && string.IsNullOrEmpty(Next))
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.Clear();
        output.Attributes.SetAttribute("class", "page-links");
        output.Attributes.SetAttribute("aria-label", Label);
        if (!string.IsNullOrEmpty(Previous)) output.Content.AppendHtml(Link(Previous, "prev", "Page précédente"));
        if (!string.IsNullOrEmpty(Next)) output.Content.AppendHtml(Link(Next, "next", "Page suivante"));
    }

    private static TagBuilder Link(string address, string relation, string text)
    {
        var link = new TagBuilder("a");
        link.AddCssClass("btn btn-secondary");
        link.Attributes["rel"] = relation;
        link.Attributes["href"] = address;
        link.InnerHtml.Append(text);
        return link;
    }
}
