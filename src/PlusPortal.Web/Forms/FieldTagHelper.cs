using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using PlusPortal.Web.Components;

namespace PlusPortal.Web.Forms;

/// <summary>What every field shares: its label, hint, error and the attributes that tie them together.</summary>
public abstract class FieldTagHelper : TagHelper
{
    /// <summary>Property of the form model.</summary>
    [HtmlAttributeName("asp-for")]
    public ModelExpression For { get; set; } = null!;

    /// <summary>Visible label, in French.</summary>
    public string Label { get; set; } = "";

    /// <summary>Help under the label; may be empty.</summary>
    public string? Hint { get; set; }

    /// <summary>End of the label that only assistive technology hears, when sight tells what the field is about; null for none.</summary>
    public string? About { get; set; }

    /// <summary>Whether the label says « (facultatif) ».</summary>
    public bool Optional { get; set; }

    /// <summary>The page being rendered.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>Name under which the value is posted: the one that <c>[FromQuery(Name = "…")]</c> gives, as it stands, else the path of the property.</summary>
    protected string Name => For.Metadata.BinderModelName ?? ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    /// <summary>Identifier of the control.</summary>
    protected string Id => TagBuilder.CreateSanitizedId(Name, "_");

    /// <summary>First error of the field, or null.</summary>
    protected string? Error => ViewContext.ViewData.ModelState.TryGetValue(Name, out var entry) && entry.Errors.Count > 0
        ? entry.Errors[0].ErrorMessage
        : null;

    /// <summary>What the person typed, else the value of the model.</summary>
    protected string? Value
    {
        get
        {
            if (ViewContext.ViewData.ModelState.TryGetValue(Name, out var entry) && entry.AttemptedValue is { } attempted) return attempted;
            return For.Model switch
            {
                null => null,
                DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                decimal number => number.ToString("0.##", CultureInfo.CurrentCulture),
                bool flag => flag ? "true" : "false",
                IFormattable value => value.ToString(null, CultureInfo.CurrentCulture),
                var other => other.ToString(),
            };
        }
    }

    /// <summary>Every value that the person ticked, else those of the model.</summary>
    protected IReadOnlySet<string> Values
    {
        get
        {
            if (ViewContext.ViewData.ModelState.TryGetValue(Name, out var entry) && entry.RawValue is string[] attempted) return attempted.ToHashSet();
            return For.Model switch
            {
                IEnumerable<string> values => values.ToHashSet(),
                IEnumerable<Guid> ids => ids.Select(id => id.ToString()).ToHashSet(),
                _ => Value is { } value ? new HashSet<string> { value } : new HashSet<string>(),
            };
        }
    }

    /// <summary>Opens the wrapper of a field.</summary>
    protected void Wrap(TagHelperOutput output, string tag)
    {
        FieldOrder.Of(ViewContext.HttpContext).Note(Name);
        output.TagName = tag;
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.Clear();
        output.Attributes.SetAttribute("class", Error is null ? "field" : "field field--error");
    }

    /// <summary>Identifiers of hint and error, for <c>aria-describedby</c>.</summary>
    protected string? DescribedBy
    {
        get
        {
            var ids = new List<string>();
            if (!string.IsNullOrEmpty(Hint)) ids.Add(Id + "-aide");
            if (Error is not null) ids.Add(Id + "-erreur");
            return ids.Count == 0 ? null : string.Join(' ', ids);
        }
    }

    /// <summary>Text of the label with its « (facultatif) ».</summary>
    protected string FullLabel => Optional ? Label + " (facultatif)" : Label;

    /// <summary>Writes the text of the label.</summary>
    protected void AppendLabel(TagBuilder label)
    {
        label.InnerHtml.Append(FullLabel);
        if (string.IsNullOrEmpty(About)) return;
        var about = new TagBuilder("span");
        about.AddCssClass("visually-hidden");
        about.InnerHtml.Append(" " + About);
        label.InnerHtml.AppendHtml(about);
    }

    /// <summary>Writes hint and error.</summary>
    protected void AppendHintAndError(TagHelperContent content)
    {
        if (!string.IsNullOrEmpty(Hint)) content.AppendHtml(Paragraph("field__hint", Id + "-aide", Hint));
        if (Error is { } error)
        {
            var paragraph = new TagBuilder("p");
            paragraph.AddCssClass("field__error");
            paragraph.Attributes["id"] = Id + "-erreur";
            var prefix = new TagBuilder("span");
            prefix.AddCssClass("visually-hidden");
            prefix.InnerHtml.Append("Erreur\u00A0: ");
            paragraph.InnerHtml.AppendHtml(Icons.Warning).AppendHtml(prefix);
            paragraph.InnerHtml.Append(error);
            content.AppendHtml(paragraph);
        }
    }

    /// <summary>Ties a control to its hint and error.</summary>
    protected void Describe(TagBuilder control)
    {
        if (DescribedBy is { } ids) control.Attributes["aria-describedby"] = ids;
        if (Error is not null) control.Attributes["aria-invalid"] = "true";
    }

    private static TagBuilder Paragraph(string cssClass, string id, string text)
    {
        var paragraph = new TagBuilder("p");
        paragraph.AddCssClass(cssClass);
        paragraph.Attributes["id"] = id;
        paragraph.InnerHtml.Append(text);
        return paragraph;
    }
}
