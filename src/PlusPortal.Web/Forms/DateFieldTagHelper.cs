using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PlusPortal.Web.Forms;

/// <summary>A date in three fields, bound to a <see cref="TypedDate"/>: <c>&lt;date-field asp-for="Deadline" label="…" /&gt;</c>.</summary>
[HtmlTargetElement("date-field", Attributes = "asp-for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DateFieldTagHelper : FieldTagHelper
{
    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Wrap(output, "fieldset");
        if (DescribedBy is { } ids) output.Attributes.SetAttribute("aria-describedby", ids);
        var legend = new TagBuilder("legend");
        legend.InnerHtml.Append(FullLabel);
        output.Content.AppendHtml(legend);
        AppendHintAndError(output.Content);
        var date = For.Model as TypedDate ?? new TypedDate();
        var parts = new TagBuilder("div");
        parts.AddCssClass("date-parts");

        // The first field carries the identifier of the whole, so that the error summary can lead to it.
        parts.InnerHtml
            .AppendHtml(Part(nameof(TypedDate.Day), Id, "Jour", date.Day, 5))
            .AppendHtml(Part(nameof(TypedDate.Month), Id + "-mois", "Mois", date.Month, 5))
            .AppendHtml(Part(nameof(TypedDate.Year), Id + "-annee", "Année", date.Year, 10));
        output.Content.AppendHtml(parts);
    }

    private TagBuilder Part(string property, string id, string text, string? value, int width)
    {
        var label = new TagBuilder("label");
        label.Attributes["for"] = id;
        label.InnerHtml.Append(text);
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.AddCssClass($"form-control field__input--{width}");
        input.Attributes["id"] = id;
        input.Attributes["name"] = $"{Name}.{property}";
        input.Attributes["type"] = "text";
        input.Attributes["inputmode"] = "numeric";
        input.Attributes["value"] = value ?? "";
        if (Error is not null) input.Attributes["aria-invalid"] = "true";
        var part = new TagBuilder("div");
        part.InnerHtml.AppendHtml(label).AppendHtml(input);
        return part;
    }
}
