using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PlusPortal.Web.Forms;

/// <summary>A one-line field: <c>&lt;text-field asp-for="Email" label="…" /&gt;</c>.</summary>
[HtmlTargetElement("text-field", Attributes = "asp-for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TextFieldTagHelper : FieldTagHelper
{
    /// <summary>HTML type of the control; <c>text</c> unless said otherwise. A password is never written back.</summary>
    public string Type { get; set; } = "text";

    /// <summary>Purpose for the browser (WCAG 1.3.5).</summary>
    public string? Autocomplete { get; set; }

    /// <summary>Keyboard of a phone.</summary>
    public string? Inputmode { get; set; }

    /// <summary>Width in characters: <c>5</c>, <c>10</c>, <c>20</c>; full when null.</summary>
    public int? Width { get; set; }

    /// <summary>Module that enhances the field, through <c>data-enhance</c>.</summary>
    public string? Enhance { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Wrap(output, "div");
        var label = new TagBuilder("label");
        label.Attributes["for"] = Id;
        AppendLabel(label);
        output.Content.AppendHtml(label);
        AppendHintAndError(output.Content);

        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.AddCssClass("form-control");
        if (Width is { } width) input.AddCssClass(string.Create(CultureInfo.InvariantCulture, $"field__input--{width}"));
        input.Attributes["id"] = Id;
        input.Attributes["name"] = Name;
        input.Attributes["type"] = Type;
        if (Type != "password") input.Attributes["value"] = Value ?? "";
        if (Autocomplete is not null) input.Attributes["autocomplete"] = Autocomplete;
        if (!string.IsNullOrEmpty(Inputmode)) input.Attributes["inputmode"] = Inputmode;
        if (Enhance is not null) input.Attributes["data-enhance"] = Enhance;
        Describe(input);
        output.Content.AppendHtml(input);
    }
}

/// <summary>A field of several lines: <c>&lt;textarea-field asp-for="Need" label="…" rows="8" limit="4000" /&gt;</c>.</summary>
[HtmlTargetElement("textarea-field", Attributes = "asp-for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TextareaFieldTagHelper : FieldTagHelper
{
    /// <summary>Visible lines.</summary>
    public int Rows { get; set; } = 4;

    /// <summary>Most characters; shown as a counter when JavaScript is there. The field itself never cuts what is typed.</summary>
    public int? Limit { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Wrap(output, "div");
        var label = new TagBuilder("label");
        label.Attributes["for"] = Id;
        AppendLabel(label);
        output.Content.AppendHtml(label);
        AppendHintAndError(output.Content);

        var textarea = new TagBuilder("textarea");
        textarea.AddCssClass("form-control");
        textarea.Attributes["id"] = Id;
        textarea.Attributes["name"] = Name;
        textarea.Attributes["rows"] = Rows.ToString(CultureInfo.InvariantCulture);
        if (Limit is { } limit) textarea.Attributes["data-counter"] = limit.ToString(CultureInfo.InvariantCulture);
        Describe(textarea);

        // The parser drops one line break after the tag: write one, so that a text that begins with one keeps it.
        // Forms send two characters for a line break, HTML knows one: the browser writes it as two again.
        textarea.InnerHtml.AppendHtml("\n").Append((Value ?? "").Replace("\r\n", "\n", StringComparison.Ordinal));
        output.Content.AppendHtml(textarea);
    }
}

/// <summary>A closed list of at most ten options or so: <c>&lt;select-field asp-for="Slot" label="…" choices="…" empty="…" /&gt;</c>.</summary>
[HtmlTargetElement("select-field", Attributes = "asp-for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SelectFieldTagHelper : FieldTagHelper
{
    /// <summary>Options.</summary>
    public IEnumerable<Choice> Choices { get; set; } = [];

    /// <summary>Label of the empty option; none when null.</summary>
    public string? Empty { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Wrap(output, "div");
        var label = new TagBuilder("label");
        label.Attributes["for"] = Id;
        AppendLabel(label);
        output.Content.AppendHtml(label);
        AppendHintAndError(output.Content);

        var select = new TagBuilder("select");
        select.AddCssClass("form-select");
        select.Attributes["id"] = Id;
        select.Attributes["name"] = Name;
        Describe(select);
        if (Empty is not null) select.InnerHtml.AppendHtml(Option(new Choice("", Empty), false));
        foreach (var choice in Choices) select.InnerHtml.AppendHtml(Option(choice, choice.Value == Value));
        output.Content.AppendHtml(select);
    }

    private static TagBuilder Option(Choice choice, bool selected)
    {
        var option = new TagBuilder("option");
        option.Attributes["value"] = choice.Value;
        if (selected) option.Attributes["selected"] = "selected";
        option.InnerHtml.Append(choice.Label);
        return option;
    }
}
