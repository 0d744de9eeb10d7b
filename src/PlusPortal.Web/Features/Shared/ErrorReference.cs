using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using PlusPortal.Web.Startup.Logging;

namespace PlusPortal.Web.Features.Shared;

/// <summary>What to quote to PLUS: eight signs, which every line that the log has of the request carries.</summary>
public static class ErrorReference
{
    extension(HttpContext context)
    {
        /// <summary>The reference of this request.</summary>
        public string TraceReference => LogReference.Of(context.Features.Get<IHttpActivityFeature>()?.Activity.TraceId ?? default);
    }
}

/// <summary>The line with the reference, last on every error page: <c>&lt;error-reference /&gt;</c>.</summary>
[HtmlTargetElement("error-reference", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorReferenceTagHelper : TagHelper
{
    /// <summary>The page being rendered.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "p";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "text-muted");
        var code = new TagBuilder("code");
        code.InnerHtml.Append(ViewContext.HttpContext.TraceReference);
        output.Content.Append("Référence à donner si vous nous contactez\u00A0: ").AppendHtml(code);
    }
}
