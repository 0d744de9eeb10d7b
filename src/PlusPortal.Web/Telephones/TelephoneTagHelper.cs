using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PlusPortal.Web.Telephones;

/// <summary>A number to call: <c>&lt;telephone number="@contact.Phone" /&gt;</c>. A stored text that is no number is shown without a link.</summary>
[HtmlTargetElement("telephone", Attributes = "number", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TelephoneTagHelper : TagHelper
{
    /// <summary>The number as stored or set.</summary>
    public string Number { get; set; } = "";

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.Clear();
        if (Telephone.Read(Number) is not { } telephone)
        {
            output.TagName = null;
            output.Content.SetContent(Number);
            return;
        }

        output.TagName = "a";
        output.Attributes.SetAttribute("href", telephone.Link);
        output.Attributes.SetAttribute("class", "nowrap");
        output.Content.SetContent(telephone.Text);
    }
}
