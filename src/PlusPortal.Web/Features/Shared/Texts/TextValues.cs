using System.Text.RegularExpressions;

namespace PlusPortal.Web.Features.Shared.Texts;

/// <summary>What stands for the variables of a text, as the portal and its database have it now.</summary>
/// <param name="values">By name, without braces.</param>
public sealed partial class TextValues(IReadOnlyDictionary<string, string> values)
{
    /// <summary>What a reader sees where a fact is missing.</summary>
    private const string Missing = "information que PLUS n’a pas encore fournie";

    /// <summary>The text with its variables replaced and its missing facts said in words; still Markdown.</summary>
    public string Expand(string markdown)
    {
        var filled = Variable().Replace(markdown, match => values.TryGetValue(match.Groups[1].Value, out var value) ? value : match.Value);
        return Gap().Replace(filled, match => $"*({Missing}\u00A0: {match.Groups[1].Value.Trim()})*");
    }

    /// <summary>How many facts PLUS has still to supply.</summary>
    public int CountGaps(string markdown) => Gap().Count(Variable().Replace(markdown, match => values.GetValueOrDefault(match.Groups[1].Value, "")));

    [GeneratedRegex(@"\{\{([a-z-]{1,40})\}\}")]
    private static partial Regex Variable();

    [GeneratedRegex(@"\[\[([^\[\]\r\n]{1,200})\]\]")]
    private static partial Regex Gap();
}
