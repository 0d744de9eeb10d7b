using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PlusPortal.Web.Forms;

/// <summary>The list of problems at the top of a page, in the order of the fields, each a link to its field. Nothing is written when there is none.</summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTagHelper : TagHelper
{
    /// <summary>The page being rendered.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var state = ViewContext.ViewData.ModelState;
        if (state.IsValid)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "error-summary");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("aria-labelledby", "resume-erreurs");
        var heading = new TagBuilder("h2");
        heading.Attributes["id"] = "resume-erreurs";
        heading.InnerHtml.Append("Il y a un problème");
        output.Content.AppendHtml(heading).AppendHtml(new ProblemList(ViewContext));
    }

    /// <summary>Written when the page is sent, not when the summary is met: the fields come after it.</summary>
    private sealed class ProblemList(ViewContext page) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            var order = FieldOrder.Of(page.HttpContext);
            var list = new TagBuilder("ul");
            foreach (var (name, entry) in page.ViewData.ModelState.Where(field => field.Value is { Errors.Count: > 0 }).OrderBy(field => order.PlaceOf(field.Key)))
            {
                list.InnerHtml.AppendHtml(Item(name, entry!.Errors[0].ErrorMessage));
            }

            list.WriteTo(writer, encoder);
        }

        private static TagBuilder Item(string name, string message)
        {
            var item = new TagBuilder("li");
            if (name.Length == 0)
            {
                item.InnerHtml.Append(message);
                return item;
            }

            var link = new TagBuilder("a");
            link.Attributes["href"] = "#" + TagBuilder.CreateSanitizedId(name, "_");
            link.InnerHtml.Append(message);
            item.InnerHtml.AppendHtml(link);
            return item;
        }
    }
}
