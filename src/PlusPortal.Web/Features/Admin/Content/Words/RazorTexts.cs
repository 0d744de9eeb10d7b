using System.Net;
using System.Text.RegularExpressions;

namespace PlusPortal.Web.Features.Admin.Content.Words;

/// <summary>Reads the texts of a page template: what stands between tags, and what stands in quotes (labels, hints, sentences chosen by a condition).</summary>
public static partial class RazorTexts
{
    /// <summary>Every candidate with its line; code is among them, <see cref="FrenchTexts"/> leaves it out.</summary>
    public static IEnumerable<(int Line, string Text)> Of(string source)
    {
        foreach (var (line, text) in CSharpTexts.Of(Links().Replace(source, match => match.Value.Replace("//", "__", StringComparison.Ordinal)))) yield return (line, WebUtility.HtmlDecode(text));
        foreach (Match match in Between().Matches(source))
        {
            var text = Expression().Replace(match.Groups[1].Value, "…");
            if (text.AsSpan().IndexOfAny("{}\"") < 0) yield return (source.AsSpan(0, match.Groups[1].Index).Count('\n') + 1, WebUtility.HtmlDecode(text));
        }
    }

    [GeneratedRegex(">([^<>]+)<")]
    private static partial Regex Between();

    [GeneratedRegex(@"@(\((?>[^()]+|(?<open>\()|(?<-open>\)))*\)|[A-Za-z_]\w*)(!?\??\.\w+|\[[^\]]*\]|\((?>[^()]+|(?<deep>\()|(?<-deep>\)))*\))*!?")]
    private static partial Regex Expression();

    [GeneratedRegex(@"https?://")]
    private static partial Regex Links();
}
