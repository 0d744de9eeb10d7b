using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using PlusPortal.Web.Labels;

namespace PlusPortal.Web.Components;

/// <summary>One event of a timeline, inside <c>&lt;ol class="timeline" reversed&gt;</c>: <c>&lt;timeline-event at="@line.At"&gt;…&lt;/timeline-event&gt;</c>.</summary>
[HtmlTargetElement("timeline-event", Attributes = "at")]
public sealed class TimelineEventTagHelper : TagHelper
{
    /// <summary>When it happened.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>Through what it was done, said after the date; nothing when null.</summary>
    public string? Through { get; set; }

    /// <summary>True for what only the team reads; its words must say so too.</summary>
    public bool Internal { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        var time = new TagBuilder("time");
        time.Attributes["datetime"] = At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        time.InnerHtml.Append(string.IsNullOrEmpty(Through) ? At.InWords : $"{At.InWords}, {Through}");
        output.TagName = "li";
        output.Attributes.Clear();
        if (Internal) output.Attributes.SetAttribute("class", "timeline__internal");
        output.Content.AppendHtml(time).AppendHtml(content);
    }
}
