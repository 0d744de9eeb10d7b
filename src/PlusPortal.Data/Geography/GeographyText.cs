using System.Globalization;
using System.Text;

namespace PlusPortal.Data.Geography;

/// <summary>How names are compared: accents, case, hyphens, apostrophes and « St » make no difference.</summary>
public static class GeographyText
{
    /// <summary>Writes a name, or what a person typed, for comparison: plain letters and digits, single spaces, saints in full.</summary>
    public static string Normalise(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var character in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark) continue;
            var lower = char.ToLowerInvariant(character);
            if (lower is 'œ') plain.Append("oe");
            else if (lower is 'æ') plain.Append("ae");
            else plain.Append(char.IsAsciiLetterOrDigit(lower) ? lower : ' ');
        }

        var words = plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word switch
        {
            "st" => "saint",
            "ste" => "sainte",
            _ => word,
        });
        return string.Join(' ', words);
    }
}
