using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PlusPortal.Web.Components;

/// <summary>
/// What a list is filtered by, each a link that removes it:
/// <c>&lt;filter-chips clear="@all"&gt;&lt;filter-chip href="@without"&gt;Étape : Démarrer&lt;/filter-chip&gt;&lt;/filter-chips&gt;</c>.
/// Nothing is written when no chip is inside.
/// </summary>
[HtmlTargetElement("filter-chips", Attributes = "clear")]
public sealed class FilterChipsTagHelper : TagHelper
{
    /// <summary>Address of the list without any filter.</summary>
    public string Clear { get; set; } = "";

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var chips = await output.GetChildContentAsync();
        if (chips.IsEmptyOrWhiteSpace)
        {
            output.SuppressOutput();
            return;
        }

        var link = new TagBuilder("a");
        link.Attributes["href"] = Clear;
        link.InnerHtml.Append("Tout effacer");
        var last = new TagBuilder("li");
        last.InnerHtml.AppendHtml(link);
        output.TagName = "ul";
        output.Attributes.Clear();
        output.Attributes.SetAttribute("class", "chips");
        output.Attributes.SetAttribute("aria-label", "Filtres actifs");
        output.Content.AppendHtml(chips).AppendHtml(last);
    }
}

/// <summary>One active filter in <see cref="FilterChipsTagHelper"/>.</summary>
[HtmlTargetElement("filter-chip", ParentTag = "filter-chips", Attributes = "href")]
public sealed class FilterChipTagHelper : TagHelper
{
    /// <summary>Address of the list without this filter.</summary>
    public string Href { get; set; } = "";

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var words = await output.GetChildContentAsync();
        var what = new TagBuilder("span");
        what.AddCssClass("visually-hidden");
        what.InnerHtml.Append("Retirer le filtre ");
        var link = new TagBuilder("a");
        link.AddCssClass("chip");
        link.Attributes["href"] = Href;
        link.InnerHtml.AppendHtml(what).AppendHtml(words).AppendHtml(Icons.Cross);
        output.TagName = "li";
        output.Attributes.Clear();
        output.Content.AppendHtml(link);
    }
}
