using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PlusPortal.Web.Components;

/// <summary>
/// One entry of a menu, told as current on its own page and on those below it:
/// <c>&lt;nav-link href="/admin/annuaire"&gt;Annuaire&lt;/nav-link&gt;</c>. With <c>only-here</c>, on its own page alone.
/// </summary>
[HtmlTargetElement("nav-link", Attributes = "href")]
public sealed class NavLinkTagHelper : TagHelper
{
    /// <summary>Local address, beginning with a slash.</summary>
    public string Href { get; set; } = "";

    /// <summary>True when the pages below the address belong to other entries.</summary>
    public bool OnlyHere { get; set; }

    /// <summary>The page being rendered.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "li";
        output.Attributes.Clear();
        var link = new TagBuilder("a");
        link.Attributes["href"] = Href;
        var path = ViewContext.HttpContext.Request.Path;
        if (path.Equals(Href, StringComparison.OrdinalIgnoreCase)) link.Attributes["aria-current"] = "page";
        else if (!OnlyHere && path.StartsWithSegments(Href, StringComparison.OrdinalIgnoreCase)) link.Attributes["aria-current"] = "true";
        link.InnerHtml.AppendHtml(await output.GetChildContentAsync());
        output.Content.SetHtmlContent(link);
    }
}
