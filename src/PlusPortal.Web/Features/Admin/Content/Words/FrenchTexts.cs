using System.Text.RegularExpressions;

namespace PlusPortal.Web.Features.Admin.Content.Words;

/// <summary>Tells the words that people read from code, addresses and the English of the logs.</summary>
public static partial class FrenchTexts
{
    /// <summary>Whether a string is French for a reader.</summary>
    public static bool IsFrench(string text) =>
        text.Length >= 3 && !Code().IsMatch(text) && !English().IsMatch(text)
        && (Accents().IsMatch(text) || Small().IsMatch(text) || Sentence().IsMatch(text));

    /// <summary>One space between words; no-break spaces stay, since their absence is a mistake.</summary>
    public static string Tidy(string text) => Spaces().Replace(text, " ").Trim(' ');

    [GeneratedRegex(@"[àâäçéèêëîïôöùûüœÀÂÇÉÈÊÎÔŒ’«»\u00A0]")]
    private static partial Regex Accents();

    [GeneratedRegex(@"(^|[\s(])(le|la|les|un|une|des|du|de|et|ou|vous|votre|vos|nous|notre|pour|dans|sur|avec|sans|est|sont|en|par|au|aux|ce|cette|qui|que|plus|pas|se|son|sa|ses)($|[\s.,?!)])", RegexOptions.IgnoreCase)]
    private static partial Regex Small();

    /// <summary>Begins as a sentence or a label does.</summary>
    [GeneratedRegex(@"^\p{Lu}\p{Ll}+'?\p{Ll}* \(?\p{L}")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\b(the|is|are|was|were|of|and|not|must|with|from|this|that|its|has|have|does|cannot|could|while|missing|No|Another|If|Loading|Set|database|package|outbox|rule|account|folder|cluster|failed|stopped|pattern|mentions? when|every|npm)\b")]
    private static partial Regex English();

    /// <summary>An expression, a pattern, an address, a list of classes or codes.</summary>
    [GeneratedRegex(@"=>|==|&&|\|\||;\s*$|\bvar\b|\bnew\b|^@|\\[bdwsp]|\(\?[:<>]|^/|^[a-z0-9_\-\s./*#:…,=]+$|^[A-Za-z]+\.[A-Za-z.]+$")]
    private static partial Regex Code();

    [GeneratedRegex(@"[ \r\n\t]+")]
    private static partial Regex Spaces();
}
