using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PlusPortal.Web.Components;

/// <summary>
/// Where a page stands, in the areas that have depth (staff, partners), first thing in the page and instead of a back link:
/// <c>&lt;breadcrumb current="Modifier"&gt;&lt;crumb href="/admin/annuaire"&gt;Annuaire&lt;/crumb&gt;&lt;/breadcrumb&gt;</c>.
/// </summary>
[HtmlTargetElement("breadcrumb")]
public sealed class BreadcrumbTagHelper : TagHelper
{
    /// <summary>Name of the page itself, shown last and without link.</summary>
    public string Current { get; set; } = "";

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var list = new TagBuilder("ol");
        list.InnerHtml.AppendHtml(await output.GetChildContentAsync());
        var here = new TagBuilder("li");
        here.Attributes["aria-current"] = "page";
        here.InnerHtml.Append(Current);
        list.InnerHtml.AppendHtml(here);
        output.TagName = "nav";
        output.Attributes.Clear();
        output.Attributes.SetAttribute("class", "breadcrumb");
        output.Attributes.SetAttribute("aria-label", "Fil d’Ariane");
        output.Content.SetHtmlContent(list);
    }
}

/// <summary>A page above, in a <see cref="BreadcrumbTagHelper"/>.</summary>
[HtmlTargetElement("crumb", ParentTag = "breadcrumb", Attributes = "href")]
public sealed class CrumbTagHelper : TagHelper
{
    /// <summary>Local address.</summary>
    public string Href { get; set; } = "";

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "li";
        output.Attributes.Clear();
        var link = new TagBuilder("a");
        link.Attributes["href"] = Href;
        link.InnerHtml.AppendHtml(await output.GetChildContentAsync());
        output.Content.SetHtmlContent(link);
    }
}
