using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PlusPortal.Web.Forms;

/// <summary>
/// Puts the antiforgery token into every form that posts. The framework's own helper leaves it out as soon as the form
/// names its <c>action</c>, and such a form could then never be sent.
/// </summary>
[HtmlTargetElement("form", Attributes = "[method='post']")]
public sealed class PostFormTagHelper(IHtmlGenerator generator) : TagHelper
{
    /// <summary>The page being rendered.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>After <see cref="FormTagHelper"/> (-1000), which may have written the token; before <see cref="RenderAtEndOfFormTagHelper"/> (-900), which forgets that.</summary>
    public override int Order => -950;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        // Null when the form has its token already.
        if (generator.GenerateAntiforgery(ViewContext) is { } token) output.PostContent.AppendHtml(token);
    }
}
