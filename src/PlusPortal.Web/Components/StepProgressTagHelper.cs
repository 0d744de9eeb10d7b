using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PlusPortal.Web.Components;

/// <summary>Where one is in a form, in words, with a bar that only decorates: <c>&lt;step-progress number="2" count="7" /&gt;</c>.</summary>
[HtmlTargetElement("step-progress", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StepProgressTagHelper : TagHelper
{
    /// <summary>Number of the step, from 1.</summary>
    public int Number { get; set; }

    /// <summary>How many steps there are as far as one can tell.</summary>
    public int Count { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.Clear();
        output.Attributes.SetAttribute("class", "step-progress");
        var words = new TagBuilder("p");
        words.AddCssClass("progress-text");
        words.InnerHtml.Append($"Étape\u00A0{Number} sur\u00A0{Count}");
        var bar = new TagBuilder("div");
        bar.AddCssClass("step-progress__bar");
        bar.Attributes["aria-hidden"] = "true";
        for (var step = 1; step <= Count; step++)
        {
            var part = new TagBuilder("span");
            if (step <= Number) part.AddCssClass("is-done");
            bar.InnerHtml.AppendHtml(part);
        }

        output.Content.AppendHtml(words).AppendHtml(bar);
    }
}
