using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PlusPortal.Web.Forms;

/// <summary>Radio buttons in a fieldset: <c>&lt;radio-field asp-for="Stage" label="…" choices="…" /&gt;</c>.</summary>
[HtmlTargetElement("radio-field", Attributes = "asp-for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class RadioFieldTagHelper : ChoiceFieldTagHelper
{
    /// <inheritdoc />
    protected override string InputType => "radio";
}

/// <summary>Boxes to tick in a fieldset, bound to a list: <c>&lt;checkbox-field asp-for="Themes" label="…" choices="…" /&gt;</c>.</summary>
[HtmlTargetElement("checkbox-field", Attributes = "asp-for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CheckboxFieldTagHelper : ChoiceFieldTagHelper
{
    /// <inheritdoc />
    protected override string InputType => "checkbox";
}

/// <summary>What radio buttons and boxes share.</summary>
public abstract class ChoiceFieldTagHelper : FieldTagHelper
{
    /// <summary>Choices.</summary>
    public IEnumerable<Choice> Choices { get; set; } = [];

    /// <summary>True when the question is the page's heading: the legend then holds the h1.</summary>
    public bool IsPageHeading { get; set; }

    /// <summary>True for large cards.</summary>
    public bool Cards { get; set; }

    /// <summary>Suffix that keeps identifiers apart when one property is shown as several groups; the first group has none.</summary>
    /// <remarks>An attribute bound to null arrives as an empty text: it counts as none.</remarks>
    public string? Group { get; set => field = string.IsNullOrEmpty(value) ? null : value; }

    /// <summary>HTML type of the controls.</summary>
    protected abstract string InputType { get; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Wrap(output, "fieldset");
        if (Group is null && DescribedBy is { } ids) output.Attributes.SetAttribute("aria-describedby", ids);
        var legend = new TagBuilder("legend");
        if (IsPageHeading)
        {
            var heading = new TagBuilder("h1");
            heading.InnerHtml.Append(FullLabel);
            legend.InnerHtml.AppendHtml(heading);
        }
        else
        {
            legend.InnerHtml.Append(FullLabel);
        }

        output.Content.AppendHtml(legend);
        if (Group is null) AppendHintAndError(output.Content);
        var list = new TagBuilder("div");
        list.AddCssClass(Cards ? "choices choices--cards" : "choices");
        var chosen = Values;
        var index = 0;
        foreach (var choice in Choices) list.InnerHtml.AppendHtml(Item(choice, index++, chosen.Contains(choice.Value)));
        output.Content.AppendHtml(list);
    }

    /// <summary>The first control carries the field's own identifier, so that the error summary can lead to it.</summary>
    private TagBuilder Item(Choice choice, int index, bool isChosen)
    {
        var start = Group is null ? Id : $"{Id}-{Group}";
        var id = index == 0 ? start : $"{start}-{index}";
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.AddCssClass("form-check-input");
        input.Attributes["type"] = InputType;
        input.Attributes["id"] = id;
        input.Attributes["name"] = Name;
        input.Attributes["value"] = choice.Value;
        if (isChosen) input.Attributes["checked"] = "checked";
        if (choice.Hint is not null) input.Attributes["aria-describedby"] = id + "-detail";

        var label = new TagBuilder("label");
        label.AddCssClass("form-check-label");
        label.Attributes["for"] = id;
        label.InnerHtml.Append(choice.Label);

        var item = new TagBuilder("div");
        item.AddCssClass("form-check");
        item.InnerHtml.AppendHtml(input).AppendHtml(label);
        if (choice.Hint is not null)
        {
            var hint = new TagBuilder("p");
            hint.AddCssClass("choice__hint");
            hint.Attributes["id"] = id + "-detail";
            hint.InnerHtml.Append(choice.Hint);
            item.InnerHtml.AppendHtml(hint);
        }

        return item;
    }
}

/// <summary>One box for a yes: <c>&lt;tick-field asp-for="Consent" label="…" /&gt;</c>, bound to a bool.</summary>
[HtmlTargetElement("tick-field", Attributes = "asp-for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TickFieldTagHelper : FieldTagHelper
{
    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Wrap(output, "div");
        AppendHintAndError(output.Content);
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.AddCssClass("form-check-input");
        input.Attributes["type"] = "checkbox";
        input.Attributes["id"] = Id;
        input.Attributes["name"] = Name;
        input.Attributes["value"] = "true";
        if (Values.Contains("true") || Values.Contains("True")) input.Attributes["checked"] = "checked";
        Describe(input);
        var label = new TagBuilder("label");
        label.AddCssClass("form-check-label");
        label.Attributes["for"] = Id;
        AppendLabel(label);
        var item = new TagBuilder("div");
        item.AddCssClass("form-check");
        item.InnerHtml.AppendHtml(input).AppendHtml(label);
        output.Content.AppendHtml(item);
    }
}
