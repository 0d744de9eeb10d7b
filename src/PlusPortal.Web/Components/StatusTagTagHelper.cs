using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using PlusPortal.Web.Labels;

namespace PlusPortal.Web.Components;

/// <summary>A state as a word beside a shape: <c>&lt;status-tag tone="Good"&gt;Acceptée&lt;/status-tag&gt;</c>.</summary>
/// <remarks>A fact without tone, such as a kind or a territory, is a plain <c>&lt;span class="tag"&gt;</c>.</remarks>
[HtmlTargetElement("status-tag")]
public sealed class StatusTagTagHelper : TagHelper
{
    /// <summary>What the state means.</summary>
    public Tone Tone { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var words = await output.GetChildContentAsync();
        var (style, icon) = Look(Tone);
        output.TagName = "span";
        output.Attributes.Clear();
        output.Attributes.SetAttribute("class", "tag tag--" + style);
        output.Content.AppendHtml(icon).AppendHtml(words);
    }

    private static (string Style, IHtmlContent Icon) Look(Tone tone) => tone switch
    {
        Tone.Neutral => ("neutral", Icons.Dot),
        Tone.Waiting => ("waiting", Icons.Clock),
        Tone.Good => ("ok", Icons.Check),
        Tone.Attention => ("late", Icons.Warning),
        Tone.Urgent => ("urgent", Icons.Bell),
        Tone.Closed => ("closed", Icons.Cross),
    };
}
