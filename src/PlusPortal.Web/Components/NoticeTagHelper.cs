using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using PlusPortal.Web.Labels;

namespace PlusPortal.Web.Components;

/// <summary>Something to read before the rest: <c>&lt;notice tone="Attention"&gt;&lt;p&gt;…&lt;/p&gt;&lt;/notice&gt;</c>.</summary>
/// <remarks>Its first words say what it is about: the colour and the shape say nothing by themselves. One or two a page.</remarks>
[HtmlTargetElement("notice")]
public sealed class NoticeTagHelper : TagHelper
{
    /// <summary>What it means: <see cref="Tone.Neutral"/> for an information.</summary>
    public Tone Tone { get; set; }

    /// <summary>Role for assistive technology, such as <c>status</c>; none by default.</summary>
    public string? Role { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        var (style, icon) = Look(Tone);
        output.TagName = "div";
        output.Attributes.Clear();
        output.Attributes.SetAttribute("class", style);
        if (!string.IsNullOrEmpty(Role)) output.Attributes.SetAttribute("role", Role);
        output.Content.AppendHtml(icon).AppendHtml(content);
    }

    private static (string Style, IHtmlContent Icon) Look(Tone tone) => tone switch
    {
        Tone.Neutral or Tone.Waiting or Tone.Closed => ("notice", Icons.Info),
        Tone.Good => ("notice notice--success", Icons.Check),
        Tone.Attention => ("notice notice--warning", Icons.Warning),
        Tone.Urgent => ("notice notice--urgent", Icons.Bell),
    };
}

/// <summary>A list with nothing in it: what will appear there, and what to do now. <c>&lt;empty-state&gt;&lt;p&gt;…&lt;/p&gt;&lt;/empty-state&gt;</c>.</summary>
[HtmlTargetElement("empty-state")]
public sealed class EmptyStateTagHelper : TagHelper
{
    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.Attributes.Clear();
        output.Attributes.SetAttribute("class", "empty-state");
    }
}

/// <summary>
/// What has just been done, as the heading of its page: <c>&lt;confirmation-panel title="Votre demande est envoyée"&gt;…&lt;/confirmation-panel&gt;</c>.
/// It holds the h1 of the page; what comes next follows it.
/// </summary>
[HtmlTargetElement("confirmation-panel")]
public sealed class ConfirmationPanelTagHelper : TagHelper
{
    /// <summary>The heading.</summary>
    public string Title { get; set; } = "";

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        var heading = new TagBuilder("h1");
        heading.InnerHtml.AppendHtml(Icons.Check).AppendHtml("<span>").Append(Title).AppendHtml("</span>");
        output.TagName = "div";
        output.Attributes.Clear();
        output.Attributes.SetAttribute("class", "confirmation");
        output.Content.AppendHtml(heading).AppendHtml(content);
    }
}
